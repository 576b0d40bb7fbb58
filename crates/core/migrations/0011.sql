-- Touches in the order they are made, each with the one before of its row: where they lay by row, every edit of a row that
-- had been edited often wrote a page of its own.
create table touched (
  changeset integer not null,
  row text not null,
  tbl text not null,
  before integer,
  primary key (changeset, row)
) strict, without rowid;
insert into touched (changeset, row, tbl, before)
  select changeset, row, tbl, lag(changeset) over (partition by tbl, row order by changeset) from touch order by changeset, row;
drop table touch;
alter table touched rename to touch;
