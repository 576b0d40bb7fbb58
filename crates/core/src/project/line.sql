insert into ledger_line (
  project, entered, origin, counted, total, plan, plan_reported, arrived, done_total, done_year, done_month,
  stage, standing, carried, nature, region, region_text, period, leader, chief_service_officer, liaison,
  started_planned, started_actual, completed_planned, completed_actual,
  name, code, enterprise, responsible_unit, introduced_by, served_by,
  industry, industry_text, chain, tags, parent, image, issue, next_step,
  conceived_planned, conceived_actual, negotiating_planned, negotiating_actual,
  signed_planned, signed_actual, preparing_planned, preparing_actual,
  land_planned, land_actual, building_planned, building_actual,
  operating_planned, operating_actual, full_planned, full_actual)
select p.id, coalesce(p.position, 9223372036854775807), p.origin, p.counted,
  p.total, p.plan, iif(p.plan_year is null or p.plan_year = substr(g.period, 1, 4) + 0, p.plan, null), p.arrived, g.done_total, g.done_year, g.done_month,
  p.stage, p.standing, p.carried, p.nature, p.region, iif(p.region is null, p.region_text, null), g.period,
  (select name from duty where project = p.id and role = 'leader' and until is null
    order by position is null, position, id limit 1),
  (select name from duty where project = p.id and role = 'chief_service_officer' and until is null
    order by position is null, position, id limit 1),
  (select name from duty where project = p.id and role = 'liaison' and until is null
    order by position is null, position, id limit 1),
  p.started_planned, p.started_actual, p.completed_planned, p.completed_actual,
  p.name, p.code, e.name, p.responsible_unit, p.introduced_by, p.served_by,
  p.industry, iif(p.industry is null, p.industry_text, null), p.chain, p.tags, p.parent,
  g.image, g.issue, g.next_step,
  p.conceived_planned, p.conceived_actual, p.negotiating_planned, p.negotiating_actual,
  p.signed_planned, p.signed_actual, p.preparing_planned, p.preparing_actual,
  p.land_planned, p.land_actual, p.building_planned, p.building_actual,
  p.operating_planned, p.operating_actual, p.full_planned, p.full_actual
from project p
left join enterprise e on e.id = p.enterprise
left join progress g on g.id =
  (select id from progress where project = p.id and basis = 'dispatch' order by period desc, id desc limit 1)
