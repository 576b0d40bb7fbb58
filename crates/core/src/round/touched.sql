select max(ms) from changeset where id in (
  select origin from project where id = :id
  union all select changeset from head where tbl = 'project' and row = :id
  union all select origin from progress where project = :id
  union all select h.changeset from progress g join head h on h.tbl = 'progress' and h.row = g.id where g.project = :id
  union all select origin from duty where project = :id
  union all select h.changeset from duty d join head h on h.tbl = 'duty' and h.row = d.id where d.project = :id
  union all select origin from matter where project = :id
  union all select h.changeset from matter m join head h on h.tbl = 'matter' and h.row = m.id where m.project = :id
  union all select origin from approval_step where project = :id)
