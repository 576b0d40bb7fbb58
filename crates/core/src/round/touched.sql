select max(ms) from changeset where id in (
  select origin from project where id = :id
  union all select changeset from touch where row = :id
  union all select origin from progress where project = :id
  union all select t.changeset from progress g join touch t on t.row = g.id where g.project = :id
  union all select origin from duty where project = :id
  union all select t.changeset from duty d join touch t on t.row = d.id where d.project = :id
  union all select origin from matter where project = :id
  union all select t.changeset from matter m join touch t on t.row = m.id where m.project = :id
  union all select origin from approval_step where project = :id)
