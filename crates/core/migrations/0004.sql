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
