-- The day of a step need not be known: a ledger's √ says that it was done by then, not when. As every field that came later, it is
-- nothing in what was recorded before.
alter table approval_step add column undated integer;
create index approval_step_undated on approval_step (approval) where undated;
