select coalesce(p.name, c.person)
from head h
join changeset c on c.id = h.changeset
left join person p on p.id = c.person
where h.tbl = ?1 and h.row = ?2 and h.field = ?3 and c.label <> 'ledger_import'
