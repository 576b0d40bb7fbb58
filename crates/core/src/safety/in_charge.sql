select distinct p.id, p.name
from approval a join project p on p.id = a.project
where a.waived is null and (a.responsible_person = ?1 or a.responsible_person is null and a.responsible = ?2)
order by p.position is null, p.position, p.origin, p.id
