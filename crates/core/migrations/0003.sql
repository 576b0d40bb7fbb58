-- The project's file: recognised starts, entry into statistics, attachments.

create table start (
  id text primary key, office text not null,
  project text not null, kind text not null, happened_on text not null, declared_on text,
  verified_on text, verified_by text, decision text not null, decided_on text,
  reason text, standard text, note text, origin integer not null
) strict, without rowid;
create index start_project on start (project, happened_on);

create table statistics_entry (
  id text primary key, office text not null,
  project text not null, due integer not null, entered integer not null, entered_period text,
  code text, name text, reason text, lacking text, origin integer not null
) strict, without rowid;
create index statistics_entry_project on statistics_entry (project);

-- The bytes lie in the desk's folder under their hash, once, whatever the number of rows.
create table attachment (
  id text primary key, office text not null,
  project text not null, name text not null, hash text not null, size integer not null, media text not null,
  kind text not null, happened_on text, note text, added_ms integer not null, origin integer not null
) strict, without rowid;
create index attachment_project on attachment (project);
create index attachment_hash on attachment (hash);
