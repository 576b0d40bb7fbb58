-- The ledger's line of each project: what it is sorted, filtered, grouped and added up by, in one narrow row.
-- Derived from the tables and never logged: the writer keeps it, and it can be made anew (docs/decisions/0013).
create table ledger_line (
  project text primary key,
  entered integer not null, origin integer not null, counted integer not null,
  total integer, plan integer, arrived integer, done_total integer, done_year integer, done_month integer,
  stage text not null, standing text not null, carried text, nature text, region text, region_text text,
  period text, leader text, chief_service_officer text, liaison text,
  started_planned text, started_actual text, completed_planned text, completed_actual text,
  name text not null, code text, enterprise text, responsible_unit text, introduced_by text, served_by text,
  industry text, industry_text text, chain text, tags text, parent text,
  image text, issue text, next_step text,
  conceived_planned text, conceived_actual text, negotiating_planned text, negotiating_actual text,
  signed_planned text, signed_actual text, preparing_planned text, preparing_actual text,
  land_planned text, land_actual text, building_planned text, building_actual text,
  operating_planned text, operating_actual text, full_planned text, full_actual text
) strict;
create index ledger_line_entered on ledger_line (entered, origin, project);

-- Saved views of the ledger.
create table view (
  id text primary key, office text not null,
  name text not null, person text, query text not null, columns text not null, lines integer, position integer,
  origin integer not null
) strict, without rowid;
