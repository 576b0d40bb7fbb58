-- An office's own template of approvals, in versions: what is released does not change, and a checklist keeps the version it
-- began with until somebody asks for another.
create table template_version (
  id text primary key,
  office text not null,
  origin integer not null,
  number integer not null,
  made_from text,
  released_on text,
  note text
) strict, without rowid;
create table template_item (
  id text primary key,
  office text not null,
  origin integer not null,
  version text not null,
  code text not null,
  position integer not null,
  stage_no integer not null,
  stage text not null,
  stage_en text,
  name text not null,
  name_en text,
  department text not null,
  department_en text,
  kind text not null,
  statutory integer,
  statutory_unit text,
  statutory_side text,
  statutory_mark text,
  legal_basis text,
  promised integer,
  promised_mark text,
  planning integer,
  needs text,
  modes text not null,
  lands text not null,
  question text not null,
  excludes text,
  core text not null,
  condition text,
  result text,
  measures text,
  handling text,
  materials text,
  note text
) strict, without rowid;
create index template_item_version on template_item (version, position);
create table checklist_version (
  id text primary key,
  office text not null,
  origin integer not null,
  project text not null,
  version text
) strict, without rowid;
create index checklist_version_project on checklist_version (project);
-- A limit of the template that somebody looked up: 待核 no longer.
create table limit_check (
  id text primary key,
  office text not null,
  origin integer not null,
  item text not null,
  which text not null,
  half_days integer not null,
  checked_on text not null,
  source text
) strict, without rowid;
