-- Whom the office called about an approval, and what was said (联系记录).
create table approval_call (
  id text primary key, office text not null,
  approval text not null, project text not null, called_on text not null, typed_ms integer not null, person text,
  result text not null, promised_on text, note text,
  origin integer not null
) strict, without rowid;
create index approval_call_project on approval_call (project);
