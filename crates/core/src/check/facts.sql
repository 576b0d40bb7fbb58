with ledger as (
  select id, row_number() over (order by position is null, position, origin, id) as place from project
)
select p.id, p.name, l.place, p.code, p.region, p.region_text, p.industry, p.mode, p.enterprise, e.uscc,
       p.responsible_unit, p.stage, p.counted, p.total, p.plan, p.plan_year,
       exists (select 1 from duty where project = p.id and role = 'leader' and until is null),
       s.stage, s.total, p.started_actual, p.completed_actual, p.operating_actual, p.full_actual,
       g.period, g.done_total, g.done_year, g.done_month,
       b.period, b.done_total, b.done_year, b.done_month
from ledger l
join project p on p.id = l.id
left join enterprise e on e.id = p.enterprise
left join snapshot_row s on s.project = p.id and s.snapshot = :snapshot
left join progress g on g.id =
  (select id from progress where project = p.id and basis = 'dispatch' and period <= :period
   order by period desc, id desc limit 1)
left join progress b on b.id =
  (select id from progress where project = p.id and basis = 'dispatch' and period < g.period
   order by period desc, id desc limit 1)
where p.standing not in ('terminated', 'delisted', 'merged', 'split')
order by l.place
