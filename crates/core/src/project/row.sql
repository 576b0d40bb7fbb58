select p.id, p.position, p.counted, p.name, p.code, p.region, p.region_text, l.enterprise,
  p.stage, p.standing, p.carried, p.nature, coalesce(p.industry, p.industry_text), p.chain, p.tags,
  (select group_concat(t.name || coalesce(' ' || t.year, ''), '、' order by t.position is null, t.position, t.id)
   from membership m join list t on t.id = m.list where m.project = p.id),
  p.parent, (select name from project where id = p.parent),
  (select case when entered then 'entered' when due then 'due' else 'not_due' end from statistics_entry where project = p.id),
  (select entered_period from statistics_entry where project = p.id),
  p.total, p.total_about, p.plan, p.plan_about, p.plan_year, p.arrived,
  l.period, l.done_total,
  (select done_about from progress where project = p.id and basis = 'dispatch' order by period desc, id desc limit 1),
  l.done_year, l.done_month, l.image, l.issue, l.next_step,
  l.leader, l.chief_service_officer, l.liaison, p.responsible_unit, p.introduced_by, p.served_by,
  p.content, p.scale, p.site, p.note,
  p.conceived_planned, p.conceived_actual, p.negotiating_planned, p.negotiating_actual,
  p.signed_planned, p.signed_actual, p.preparing_planned, p.preparing_actual,
  p.land_planned, p.land_actual, p.started_planned, p.started_actual,
  p.building_planned, p.building_actual, p.completed_planned, p.completed_actual,
  p.operating_planned, p.operating_actual, p.full_planned, p.full_actual,
  b.period, b.image, b.issue, b.done_total, b.done_year
from project p
join ledger_line l on l.project = p.id
left join progress b on b.id = (select id from progress
  where project = p.id and basis = 'dispatch' and period < l.period order by period desc, id desc limit 1)
where p.id = ?
