-- Who holds a role on which projects, in official order (practice C40): the order of the register, then of the duties, then of
-- their entry. An office that gave its leaders no places has them in the order in which they came.
with held as (
  select d.name, d.project, n.title,
    min(n.position) over mine as register, min(d.position) over mine as duty,
    min(d.origin) over mine as origin, min(d.id) over mine as entry
  from duty d
  left join person n on n.id = coalesce(
    d.person, (select id from person where name = d.name order by until is not null, id limit 1))
  where d.role = ?1 and d.until is null
  window mine as (partition by d.name)
)
select h.name, h.title, p.id, p.name
from held h
join project p on p.id = h.project
where p.standing not in ('terminated', 'delisted', 'merged')
order by h.register is null, h.register, h.duty is null, h.duty, h.origin, h.entry,
  p.position is null, p.position, p.origin, p.id
