-- A year as the ledger has it now. A project that was entered for a later year is none of it, and a plan counts in its own
-- year only. The parameter new_start is put in as the rule of 新开工.
select count(*),
       count(*) filter (where p.carried = 'new'),
       count(*) filter (where p.carried = 'continued'),
       coalesce(sum(p.total), 0),
       coalesce(sum(p.plan) filter (where p.plan_year is null or p.plan_year = :year), 0),
       coalesce(sum(g.done_year), 0),
       count(*) filter (where :new_start),
       count(*) filter (where substr(p.completed_actual, 1, 4) = :text),
       max(cast(substr(g.period, 6, 2) as integer)) filter (where g.done_year is not null)
from project p
left join progress g on g.id =
  (select id from progress where project = p.id and basis = 'dispatch' and substr(period, 1, 4) = :text
   order by period desc, id desc limit 1)
where p.counted and p.standing not in ('terminated', 'delisted', 'merged')
  and (p.plan_year is null or p.plan_year <= :year)
  and (:list is null or p.id in (select project from membership where list = :list))
