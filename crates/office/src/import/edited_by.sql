select coalesce(p.name, c.person)
from head h
join changeset c on c.id = h.changeset
left join person p on p.id = c.person
where h.tbl = ?1 and h.row = ?2 and h.field = ?3 and c.label <> 'ledger_import'
  and c.id > (
    select coalesce(max(i.id), 0) from changeset i
    where i.label = 'ledger_import' and i.id in (
      select changeset from touch where row = ?4 and tbl = 'project'
      union all select origin from project where id = ?4))
