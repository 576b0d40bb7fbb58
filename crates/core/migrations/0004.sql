-- Reporting rounds, what was handed out and came back, snapshots.

create table snapshot (
  id text primary key, office text not null,
  name text not null, kind text not null, period text not null, as_of text not null, made_ms integer not null,
  note text, origin integer not null
) strict, without rowid;

-- One project as it stood. It outlives the project.
create table snapshot_row (
  id text primary key, office text not null,
  snapshot text not null, project text not null, place integer not null,
  name text not null, code text, region text, region_name text, enterprise text, responsible_unit text, leader text,
  lists text, chain text, tags text, stage text not null, standing text not null, carried text,
  counted integer not null, parent text,
  total integer, plan_year integer, plan integer, arrived integer,
  started_planned text, started_actual text, completed_planned text, completed_actual text,
  reported text, done_total integer, done_year integer, done_month integer,
  image text, issue text, next_step text,
  entered integer, statistics_total integer, statistics_year integer, origin integer not null
) strict, without rowid;
create index snapshot_row_snapshot on snapshot_row (snapshot, place);
create index snapshot_row_project on snapshot_row (project, snapshot);
create table round (
  id text primary key, office text not null,
  name text not null, kind text not null, period text not null, as_of text not null,
  due_on text not null, due_minute integer not null, split text not null, asked text not null, query text not null,
  before text, after text, closed_ms integer, note text, origin integer not null
) strict, without rowid;

create table round_unit (
  id text primary key, office text not null,
  round text not null, unit text not null, name text not null, place integer not null, projects integer not null,
  state text not null, sent_ms integer, sent_hash text, came_ms integer, stamped integer not null, note text,
  origin integer not null
) strict, without rowid;
create index round_unit_round on round_unit (round, place);

-- Every file that came back, by its hash; the bytes lie in the attachments folder.
create table round_file (
  id text primary key, office text not null,
  round text not null, unit text, name text not null, hash text not null, size integer not null, media text not null,
  fate text not null, came_ms integer not null, alike integer, cells text, faults text, rows integer, changed integer,
  note text, origin integer not null
) strict, without rowid;
create index round_file_round on round_file (round, unit);
create index round_file_hash on round_file (hash);

-- 改数登记: a figure of a closed period that was changed, why, and who agreed. It outlives the project.
create table correction (
  id text primary key, office text not null,
  round text not null, project text not null, name text not null, period text not null, basis text not null,
  field text not null, old text, new text, reason text not null, agreed_by text not null, changed_ms integer not null,
  origin integer not null
) strict, without rowid;
create index correction_round on correction (round);
