-- What an office does to be quicker with one approval: what it no longer waits for (并联), what is handed in later (容缺), and
-- with which others it is handled as one (多评合一, 五证合一).
alter table approval add column parallel text;
alter table approval add column lacking_items text;
alter table approval add column bundle text;
