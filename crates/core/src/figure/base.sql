select p.id, p.name, p.region, p.region_text, p.carried, p.total, p.plan, p.plan_about, p.plan_year,
       p.started_planned, p.started_actual
from project p
where p.counted and p.standing not in ('terminated', 'delisted', 'merged', 'split')
  and (:list is null or p.id in (select project from membership where list = :list))
  and (:region is null or p.region glob :region || '*')
  and (:chain is null or p.chain = :chain)
  and (:leader is null or p.id in (
    select project from duty where role = 'leader' and name = :leader and until is null))
order by p.position is null, p.position, p.origin, p.id
