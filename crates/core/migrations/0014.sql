-- Ways of handling an approval beside the ordinary one (模拟审批, 预审, 提前介入 …), each with its days; on which level it is
-- decided, and who goes along with it (跑部进京); the papers of a project's approval.
create table approval_way (
  id text primary key, office text not null,
  approval text not null, project text not null, way text not null, begun_on text not null, waits_for text, due_by text,
  formal_on text, document text, note text,
  origin integer not null
) strict, without rowid;
create index approval_way_project on approval_way (project);
create table approval_material (
  id text primary key, office text not null,
  approval text not null, project text not null, name text not null, ready_on text, handed_on text, not_needed integer not null,
  note text,
  origin integer not null
) strict, without rowid;
create index approval_material_project on approval_material (project);
alter table approval add column level text;
alter table approval add column escort text;
