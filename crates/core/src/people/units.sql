-- Responsible units as the projects name them, in official order where the register knows the name or its short form.
select l.responsible_unit, null, null, max(u.short_name), count(*)
from ledger_line l
left join department u on u.id = (
  select id from department where l.responsible_unit in (name, short_name) order by position is null, position, id limit 1)
where l.responsible_unit is not null and l.counted and l.standing in ('active', 'winter_stop', 'suspended')
group by l.responsible_unit
order by min(u.position) is null, min(u.position), min(l.origin), min(l.project)
