count(*) filter (where l.counted and (
  l.project in (
    select project from start
    where decision = 'recognised' and happened_on between substr(?1, 1, 4) || '-01-01' and ?1)
  or case
      when l.started_actual like '%/month%' then date(substr(l.started_actual, 1, 10), 'start of month')
      when l.started_actual like '%/quarter%' then
        date(substr(l.started_actual, 1, 10), 'start of month',
             '-' || ((cast(substr(l.started_actual, 6, 2) as integer) - 1) % 3) || ' months')
      when l.started_actual like '%/year%' then date(substr(l.started_actual, 1, 10), 'start of year')
      else substr(l.started_actual, 1, 10)
    end between substr(?1, 1, 4) || '-01-01' and ?1
    and l.project not in (select project from start where kind = 'new' and decision = 'recognised')
    and l.project not in (
      select project from start where kind = 'new' group by project having sum(decision = 'pending') = 0)))
