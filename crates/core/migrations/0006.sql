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
