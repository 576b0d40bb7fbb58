-- Holiday notices an office enters, each a version; and what a unit works otherwise.
create table calendar_notice (
  id text primary key, office text not null,
  year integer not null, published_on text not null, number text, days text not null, unit text,
  origin integer not null
) strict, without rowid;

-- The due day that stands on a signed sheet: no notice moves it.
alter table approval add column due_printed text;
