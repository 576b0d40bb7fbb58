select p.id, p.name
from project p
join project me on me.id = ?1
where p.id <> me.id and p.standing not in ('terminated', 'delisted', 'merged')
  and (?2 = '' or instr(p.name, ?2) or instr(p.aliases, ?2) or instr(p.code, ?2))
order by p.enterprise is not me.enterprise, p.region is not me.region, p.rowid
limit ?3
