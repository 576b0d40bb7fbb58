-- Figures typed in with their source, ratings by enterprises, and what a leader's word needs.

create table figure (
  id text primary key, office text not null,
  kind text not null, name text not null, value integer, unit text, about integer not null, out_of integer, target integer,
  source text not null, as_of text not null, note text, origin integer not null
) strict, without rowid;

create table rating (
  id text primary key, office text not null,
  project text not null, matter text, grade text not null, topic text, reason text, rated_on text not null, source text,
  origin integer not null
) strict, without rowid;
create index rating_project on rating (project);

alter table matter add column instructed_by text;
alter table matter add column handler text;
alter table matter add column evidence text;
