-- Whose opinion an approval waits for, since when, and since when it is there (practice C28); the scan of an approval's
-- certificate; what an area assessment covers; 一会三函: the meeting's decision and the three letters that let work begin.
alter table approval add column opinion_asked_on text;
alter table approval add column opinion_on text;
alter table attachment add column approval text;
alter table approval_way add column area text;
alter table approval_way add column half_days integer;
create table fast_track (
  id text primary key, office text not null,
  project text not null, class text not null, met_on text not null, document text not null, formal_by text not null,
  note text,
  origin integer not null
) strict, without rowid;
create index fast_track_project on fast_track (project);
create table fast_letter (
  id text primary key, office text not null,
  project text not null, letter text not null, expected_on text, given_on text, document text,
  origin integer not null
) strict, without rowid;
create index fast_letter_project on fast_letter (project);
