-- Whose turn it was when a call was made: who was called.
alter table approval_call add column turn text;
create index approval_call_approval on approval_call (approval);
