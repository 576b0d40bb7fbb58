-- The ledger with reports up to the month :until. 本年完成 and 当月完成 are of the year :year; those of a report of an earlier
-- year are not this year's.
select p.id, p.name, p.code, coalesce(p.region, p.region_text), e.name, p.responsible_unit,
       (select name from duty where project = p.id and role = 'leader' and until is null order by position, id limit 1),
       (select group_concat(name, char(10)) from (select l.name from membership m join list l on l.id = m.list
          where m.project = p.id order by l.year desc, l.position is null, l.position, l.name)),
       p.chain, p.tags, p.stage, p.standing, p.carried, p.counted, p.parent,
       p.total, p.plan_year, p.plan, p.arrived,
       p.started_planned, p.started_actual, p.completed_planned, p.completed_actual,
       g.period, g.done_total,
       iif(substr(g.period, 1, 4) = :year, g.done_year, null), iif(substr(g.period, 1, 4) = :year, g.done_month, null),
       g.image, g.issue, g.next_step,
       s.done_total, iif(substr(s.period, 1, 4) = :year, s.done_year, null),
       (select entered from statistics_entry where project = p.id order by id limit 1)
from project p
left join enterprise e on e.id = p.enterprise
left join progress g on g.id = (select id from progress
  where project = p.id and basis = 'dispatch' and period <= :until order by period desc, id desc limit 1)
left join progress s on s.id = (select id from progress
  where project = p.id and basis = 'statistics' and period <= :until order by period desc, id desc limit 1)
where :ids is null or p.id in (select value from json_each(:ids))
order by p.position is null, p.position, p.rowid
