with held (project, name, enterprise) as (
  select distinct p.id, p.name, p.enterprise
  from duty d join project p on p.id = d.project
  where d.until is null and (d.person = ?1 or d.person is null and d.name = ?2)
), owner (id, name) as (
  select project, name from held
  union
  select e.id, e.name from held h join enterprise e on e.id = h.enterprise
)
select o.name, c.name, c.title, c.phone, c.note
from owner o join contact c on c.owner = o.id
order by o.name, c.position is null, c.position, c.id
