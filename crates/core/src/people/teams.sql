-- Everyone who answers for a project now, with the kind of their unit where the register knows it.
select d.project, d.role, d.name, u.kind
from duty d
left join person n on n.id = coalesce(
  d.person, (select id from person where name = d.name order by until is not null, id limit 1))
left join department u on u.id = n.department
where d.until is null
order by d.project
