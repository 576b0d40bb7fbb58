select p.id, p.name, p.code, p.region, p.region_text, e.name, p.stage, p.standing,
       p.total, p.total_about, p.plan, p.plan_about, p.plan_year,
       g.period, g.done_total, g.done_year, g.image, g.issue,
       (select name from duty where project = p.id and role = 'leader' and until is null order by position, id limit 1),
       p.responsible_unit, p.started_planned, p.started_actual, p.completed_planned, p.carried, p.counted
from project p
left join enterprise e on e.id = p.enterprise
left join progress g on g.id =
  (select id from progress where project = p.id and basis = 'dispatch' order by period desc, id desc limit 1)
where p.id = ?
