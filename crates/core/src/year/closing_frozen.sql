-- A year that was turned, as its snapshot of December keeps it; what counts is counted as in closing.sql.
select count(*),
       count(*) filter (where s.carried = 'new'),
       count(*) filter (where s.carried = 'continued'),
       coalesce(sum(s.total), 0),
       coalesce(sum(s.plan) filter (where s.plan_year is null or s.plan_year = :year), 0),
       coalesce(sum(s.done_year) filter (where substr(s.reported, 1, 4) = :text), 0),
       count(*) filter (where :new_start),
       count(*) filter (where substr(s.completed_actual, 1, 4) = :text),
       max(cast(substr(s.reported, 6, 2) as integer))
         filter (where s.done_year is not null and substr(s.reported, 1, 4) = :text)
from snapshot_row s
where s.snapshot = :snapshot and s.counted and s.standing not in ('terminated', 'delisted', 'merged')
  and (s.plan_year is null or s.plan_year <= :year)
  and (:list is null or s.project in (select project from membership where list = :list))
