-- How far a need of land, power or finance has come, step by step (practice C29).
create table route_step (
  id text primary key, office text not null,
  project text not null, route text not null, step text, happened_on text, expected_on text, holder text,
  skipped integer not null, reason text, note text,
  origin integer not null
) strict, without rowid;
create index route_step_project on route_step (project);
