select p.id, p.name, m.kind, m.element, m.content, coalesce(u.short_name, u.name), m.handler, m.instructed_by,
       m.need_by, m.promised_on
from matter m
join project p on p.id = m.project
left join department u on u.id = m.department
where m.closed_on is null
  and (m.handler = ?2 or m.project in (
    select project from duty where until is null and (person = ?1 or person is null and name = ?2)))
order by coalesce(m.promised_on, m.need_by) is null, coalesce(m.promised_on, m.need_by), p.origin, m.id
