-- 占年计划 is sorted by: the plan the newest report is measured by stands in the line itself.
alter table ledger_line add column plan_reported integer;
update ledger_line set plan_reported = (
  select p.plan from project p
  where p.id = ledger_line.project and (p.plan_year is null or p.plan_year = substr(ledger_line.period, 1, 4) + 0));
