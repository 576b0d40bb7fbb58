-- When each approval was last told what it does beside others, or with which it is handled as one: by its newest edit, else
-- when it was made.
select a.id, f.field, c.ms
from approval a
join (select 'parallel' field union all select 'bundle') f
  on (f.field = 'parallel' and a.parallel is not null) or (f.field = 'bundle' and a.bundle is not null)
left join head h on h.tbl = 'approval' and h.row = a.id and h.field = f.field
join changeset c on c.id = coalesce(h.changeset, a.origin)
