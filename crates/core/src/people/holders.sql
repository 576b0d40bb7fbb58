-- Who holds a role now, in official order: the order of the register, then of the duties, then of their entry.
select d.name, max(n.id), max(n.title), max(coalesce(u.short_name, u.name)),
  count(distinct iif(l.counted and l.standing in ('active', 'winter_stop', 'suspended'), d.project, null))
from duty d
join ledger_line l on l.project = d.project
left join person n on n.id = coalesce(
  d.person, (select id from person where name = d.name order by until is not null, id limit 1))
left join department u on u.id = n.department
where d.role = ?1 and d.until is null
group by d.name
order by min(n.position) is null, min(n.position), min(d.position) is null, min(d.position), min(d.origin), min(d.id)
