select p.id, p.name, d.role, d.since, p.stage,
       (select issue from progress where project = p.id and basis = 'dispatch' order by period desc, id desc limit 1)
from duty d
join project p on p.id = d.project
where d.until is null and (d.person = ?1 or d.person is null and d.name = ?2)
order by p.position is null, p.position, p.origin, p.id, d.role
