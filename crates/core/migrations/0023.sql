-- The day of a step need not be known: a ledger's √ says that it was done by then, not when.
alter table approval_step add column undated integer not null default 0;
update approval_step set undated = 1 where note like '%未写日期%';
create index approval_step_undated on approval_step (approval) where undated;
