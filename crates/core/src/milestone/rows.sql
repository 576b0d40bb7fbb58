-- The recorded days of every living project that has two of them at least.
select p.id, p.name, p.stage, p.conceived_actual, p.negotiating_actual, p.signed_actual,
  coalesce(p.started_actual, s.happened_on), p.operating_actual, p.first_product_actual
from project p
left join (select project, min(happened_on) as happened_on from start where kind = 'new' and decision <> 'rejected'
  group by project) s on s.project = p.id
where p.standing not in ('terminated', 'delisted', 'merged', 'split')
  and (p.conceived_actual is not null) + (p.negotiating_actual is not null) + (p.signed_actual is not null)
    + (p.started_actual is not null or s.happened_on is not null) + (p.operating_actual is not null)
    + (p.first_product_actual is not null) >= 2
order by p.position is null, p.position, p.origin, p.id
