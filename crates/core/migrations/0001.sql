-- The change log and what is folded from it. Synced tables carry no unique business key and no foreign key (rules.md 2).

create table local (
  key text primary key,
  value text not null
) strict, without rowid;

create table changeset (
  id integer primary key,
  hash blob not null unique,
  office text not null,
  class text not null,
  device text not null,
  epoch integer not null,
  seq integer not null,
  ms integer not null,
  counter integer not null,
  person text not null,
  label text not null,
  txn text not null,
  body blob not null
) strict;
create unique index changeset_chain on changeset (office, class, device, epoch, seq);
create index changeset_txn on changeset (txn);
create index changeset_ms on changeset (ms);

-- A field edited after its row was created: which changeset set it last.
create table head (
  tbl text not null,
  row text not null,
  field text not null,
  changeset integer not null,
  primary key (tbl, row, field)
) strict, without rowid;

-- Every later edit of a row; its creation is the row's own `origin`.
create table touch (
  row text not null,
  changeset integer not null,
  tbl text not null,
  primary key (row, changeset)
) strict, without rowid;

-- Removed rows: where they were created, what they belonged to, and who removed them.
create table grave (
  tbl text not null,
  row text not null,
  office text not null,
  origin integer not null,
  removal integer not null,
  parent text,
  primary key (tbl, row)
) strict, without rowid;
create index grave_parent on grave (parent) where parent is not null;

-- What each person did, for undo and redo; local, never sent.
create table action (
  id integer primary key,
  txn text not null unique,
  person text not null,
  label text not null,
  subject text not null,
  count integer not null,
  ms integer not null,
  state text not null check (state in ('done', 'undone', 'dropped', 'inverse')),
  inverse text
) strict;
create index action_person on action (person, state, id);
create index action_inverse on action (inverse) where inverse is not null;

create table office (
  id text primary key, office text not null,
  name text not null, level text not null, region text, parent text, origin integer not null
) strict, without rowid;

create table department (
  id text primary key, office text not null,
  name text not null, short_name text, kind text not null, position integer, superior text, ranked integer not null,
  note text, origin integer not null
) strict, without rowid;

create table person (
  id text primary key, office text not null,
  name text not null, department text, title text, position integer, note text, origin integer not null
) strict, without rowid;

create table duty (
  id text primary key, office text not null,
  project text not null, role text not null, name text not null, person text, since text, until text, position integer,
  origin integer not null
) strict, without rowid;
create index duty_project on duty (project);

create table contact (
  id text primary key, office text not null,
  owner text not null, name text, phone text, title text, position integer, note text, origin integer not null
) strict, without rowid;
create index contact_owner on contact (owner);

create table enterprise (
  id text primary key, office text not null,
  name text not null, uscc text, region text, note text, origin integer not null
) strict, without rowid;

create table region (
  id text primary key, office text not null,
  code text not null, name text not null, parent text not null, note text, origin integer not null
) strict, without rowid;

create table list (
  id text primary key, office text not null,
  name text not null, year integer, document text, level text, position integer, origin integer not null
) strict, without rowid;

create table membership (
  id text primary key, office text not null,
  project text not null, list text not null, serial text, grouping text, note text, origin integer not null
) strict, without rowid;
create index membership_project on membership (project);
create index membership_list on membership (list);

create table project (
  id text primary key, office text not null,
  name text not null, aliases text, code text, region text, region_text text, site text,
  enterprise text, industry text, industry_text text, chain text, tags text,
  content text, scale text, nature text, carried text, mode text, land text,
  stage text not null, standing text not null,
  total integer, total_about integer not null, plan_year integer, plan integer, plan_about integer not null,
  arrived integer, foreign_amount integer, foreign_currency text,
  introduced_by text, served_by text, responsible_unit text,
  longitude integer, latitude integer, sensitive integer not null,
  parent text, counted integer not null, position integer, note text, internal_note text,
  conceived_planned text, conceived_actual text, negotiating_planned text, negotiating_actual text,
  signed_planned text, signed_actual text, preparing_planned text, preparing_actual text,
  land_planned text, land_actual text, started_planned text, started_actual text,
  building_planned text, building_actual text, completed_planned text, completed_actual text,
  operating_planned text, operating_actual text, full_planned text, full_actual text,
  source_sender text, source_file text, source_sheet text, source_row integer, source_at integer,
  origin integer not null
) strict;
create index project_enterprise on project (enterprise) where enterprise is not null;
create index project_parent on project (parent) where parent is not null;

create table progress (
  id text primary key, office text not null,
  project text not null, period text not null, basis text not null, as_of text,
  done_total integer, done_about integer not null, done_year integer, done_month integer, done_prior integer,
  image text, issue text, next_step text, origin integer not null
) strict, without rowid;
create index progress_project on progress (project, basis, period);

create table matter (
  id text primary key, office text not null,
  project text not null, kind text not null, element text, content text, unit text,
  required integer, promised integer, delivered integer, need_by text, promised_on text, department text,
  raised_on text, source text, closed_on text, origin integer not null
) strict, without rowid;
create index matter_project on matter (project);

create table condition (
  id text primary key, office text not null,
  project text not null, ask text not null, answer text not null, origin integer not null
) strict, without rowid;
create index condition_project on condition (project);

create table approval (
  id text primary key, office text not null,
  project text not null, item text not null, added integer not null, waived text, holder text, opinion_holder text,
  statutory integer, statutory_unit text, promised integer, lacking text, lacking_by text,
  certificate text, certificate_on text, expires_on text, verified_on text, verified_with text, note text,
  origin integer not null
) strict, without rowid;
create index approval_project on approval (project);

create table approval_step (
  id text primary key, office text not null,
  approval text not null, project text not null, state text not null, happened_on text not null, typed_ms integer not null,
  stop_kind text, basis text, restart integer not null, extension integer, note text, origin integer not null
) strict, without rowid;
create index approval_step_approval on approval_step (approval, happened_on);
create index approval_step_project on approval_step (project);

create table mapping (
  id text primary key, office text not null,
  sender text not null, layout text not null, corrections text not null, used_ms integer not null, origin integer not null
) strict, without rowid;
create index mapping_sender on mapping (sender);

-- Single characters separated by spaces, so that a phrase of two finds two characters anywhere.
-- Documents are only ever added: one that no longer stands in project_doc is out of reach (docs/decisions/0008).
create virtual table project_search using fts5 (
  name, enterprise, people, texts,
  content = '', tokenize = 'ascii', detail = full
);
insert into project_search (project_search, rank) values ('hashsize', 16777216);

create table project_doc (
  doc integer primary key autoincrement,
  project text not null
) strict;
create unique index project_doc_project on project_doc (project);
