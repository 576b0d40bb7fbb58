select count(*),
       count(*) filter (where p.carried = 'new'),
       count(*) filter (where p.carried = 'continued'),
       coalesce(sum(p.total), 0), coalesce(sum(p.plan), 0), coalesce(sum(g.done_year), 0),
       count(*) filter (where substr(p.started_actual, 1, 4) = :year),
       count(*) filter (where substr(p.completed_actual, 1, 4) = :year)
from project p
left join progress g on g.id =
  (select id from progress where project = p.id and basis = 'dispatch' and substr(period, 1, 4) = :year
   order by period desc, id desc limit 1)
where p.counted and p.standing not in ('terminated', 'delisted', 'merged')
  and (:list is null or p.id in (select project from membership where list = :list))
