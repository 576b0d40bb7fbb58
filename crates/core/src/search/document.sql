select p.name || coalesce(' ' || p.aliases, ''),
       e.name,
       coalesce(p.responsible_unit, '') || ' '
         || coalesce((select group_concat(name, ' ') from duty where project = p.id), ''),
       coalesce(p.content, '') || ' ' || coalesce(g.issue, '')
from project p
left join enterprise e on e.id = p.enterprise
left join progress g on g.id =
  (select id from progress where project = p.id and basis = 'dispatch' order by period desc, id desc limit 1)
where p.id = ?
