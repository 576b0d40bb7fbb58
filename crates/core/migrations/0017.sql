-- One person responsible for each step (专人负责制); the day of the first product (首台、首件下线); steps and fee of an item before
-- and after they were reduced, and the lists of powers and duties it stands on; the office's negative list.
alter table approval add column responsible text;
alter table approval add column responsible_person text;
alter table route_step add column responsible text;
alter table project add column first_product_actual text;
alter table template_item add column steps_before integer;
alter table template_item add column steps integer;
alter table template_item add column fee_before integer;
alter table template_item add column fee integer;
alter table template_item add column lists text;
create table negative_entry (
  id text primary key, office text not null,
  name text not null, content text, industry text, words text, measure text not null, legal_basis text, since text, until text,
  position integer, note text,
  origin integer not null
) strict, without rowid;
