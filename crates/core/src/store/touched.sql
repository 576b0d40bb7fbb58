-- The changesets that touched a row (?1) of a table (?2) after the one that made it, newest first: from its newest head, or
-- its removal, each leads to the one before.
with recursive chain (changeset) as (
  select max(changeset) from (
    select max(changeset) changeset from head where tbl = ?2 and row = ?1
    union all select removal from grave where tbl = ?2 and row = ?1)
  union all
  select t.before from chain c join touch t on t.changeset = c.changeset and t.row = ?1)
select changeset from chain where changeset is not null
