-- What was opened last on this computer; local, never sent.
create table recent (
  kind text not null,
  row text not null,
  ms integer not null,
  primary key (kind, row)
) strict, without rowid;

create table pin (
  id text primary key, office text not null,
  person text not null, kind text not null, row text not null, position integer, origin integer not null
) strict, without rowid;
create index pin_person on pin (person);

-- Who holds what now: the palette's names and the wall of responsibility are read from here.
create index duty_name on duty (name, role, project) where until is null;

-- The address book: a person's line is a seat of a unit and who holds it; former holders keep their term, a seat may be vacant.
alter table person add column role text;
alter table person add column duties text;
alter table person add column since text;
alter table person add column until text;
alter table person add column same text;
alter table contact add column kind text;

-- Which rules of staffing an office chose, and what it calls its roles.
create table staffing (
  id text primary key, office text not null,
  team integer not null, people integer not null, chief integer not null, leader integer not null, origin integer not null
) strict, without rowid;

create table role_name (
  id text primary key, office text not null,
  role text not null, name text not null, origin integer not null
) strict, without rowid;
