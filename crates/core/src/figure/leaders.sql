select d.name, max(n.title), count(distinct d.project)
from duty d
left join person n on n.id = coalesce(d.person, (select id from person where name = d.name order by id limit 1))
where d.role = 'leader' and d.until is null
group by d.name
order by min(n.position) is null, min(n.position), min(d.position) is null, min(d.position), min(d.origin), min(d.id)
