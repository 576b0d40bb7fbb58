select p.id, p.name, p.region, p.region_text, p.responsible_unit, p.stage, p.standing, p.carried, p.counted, p.total,
       case when :snapshot is null then g.done_total else coalesce(s.done_total, g.done_total) end,
       coalesce(s.statistics_total, t.done_total)
from project p
left join snapshot_row s on s.project = p.id and s.snapshot = :snapshot
left join progress g on g.id =
  (select id from progress where project = p.id and basis = 'dispatch' and period <= :december
   order by period desc, id desc limit 1)
left join progress t on t.id =
  (select id from progress where project = p.id and basis = 'statistics' and period <= :december
   order by period desc, id desc limit 1)
where (p.standing not in ('terminated', 'delisted', 'merged', 'split')
       or exists (select 1 from year_decision d where d.project = p.id and d.year = :year and d.applied))
  and not (p.plan_year is :year and g.id is null and s.id is null
           and not exists (select 1 from year_decision d where d.project = p.id and d.year = :year))
  and not exists (select 1 from year_decision d
                  where d.project = p.id and d.year < :year and d.applied and d.decision in ('completed', 'terminated'))
order by p.position is null, p.position, p.origin, p.id
