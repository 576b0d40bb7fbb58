-- Life over years: changes of standing, checks let pass, the turn of the year, versions of a list.

create table standing_change (
  id text primary key, office text not null,
  project text not null, standing text not null, happened_on text not null, expected_until text,
  reason text, document text, other text, name_before text,
  standing_before text not null, counted_before integer not null, origin integer not null
) strict, without rowid;
create index standing_change_project on standing_change (project, happened_on);
create index standing_change_other on standing_change (other) where other is not null;

create table check_pass (
  id text primary key, office text not null,
  project text not null, kind text not null, period text, seen text not null, reason text not null,
  passed_on text not null, origin integer not null
) strict, without rowid;
create index check_pass_project on check_pass (project, kind);

create table year_decision (
  id text primary key, office text not null,
  project text not null, year integer not null, decision text not null,
  done_prior integer, prior_basis text, reason text, applied integer not null, origin integer not null
) strict, without rowid;
create index year_decision_year on year_decision (year, project);

create table year_turn (
  id text primary key, office text not null,
  year integer not null, turned_on text not null, snapshot text, origin integer not null
) strict, without rowid;

create table year_target (
  id text primary key, office text not null,
  year integer not null, list text, document text,
  count integer, total integer, plan integer, new_starts integer, completions integer,
  quarter1 integer, quarter2 integer, quarter3 integer, quarter4 integer, schedule text, origin integer not null
) strict, without rowid;

-- A list as it was printed: which version, when issued, what it replaces; each line keeps the words of the paper.
alter table list add column version text;
alter table list add column issued_on text;
alter table list add column replaces text;
alter table list add column frozen_on text;
alter table membership add column listed_name text;
alter table membership add column listed_code text;
alter table membership add column listed_total integer;
alter table membership add column listed_plan integer;
alter table membership add column listed_carried text;
