select p.id, p.name, p.region, p.region_text, p.carried, p.total, p.plan, p.plan_about, p.plan_year,
       p.started_planned, p.started_actual, p.stage,
       -- How it stood on an earlier day: by the last change up to it, else as it was before the first one after it.
       iif(:as_of >= :today, p.standing, coalesce(
         (select standing from standing_change where project = p.id and standing <> 'renamed' and happened_on <= :as_of
          order by happened_on desc, origin desc, id desc limit 1),
         (select standing_before from standing_change where project = p.id and happened_on > :as_of
          order by happened_on, origin, id limit 1),
         p.standing)) in ('winter_stop', 'suspended')
from project p
where true
  and (:list is null or p.id in (select project from membership where list = :list))
  and (:region is null or p.region glob :region || '*')
  and (:chain is null or p.chain = :chain)
  and (:leader is null or p.id in (
    select project from duty where role = 'leader' and name = :leader and until is null))
order by p.position is null, p.position, p.origin, p.id
