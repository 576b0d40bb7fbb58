where (p.id in (
   select project from start
   where kind = 'new' and decision = 'recognised' and happened_on between :opened_from and :opened_to)
 or (coalesce(case
       when p.started_actual like '%/month%' then date(substr(p.started_actual, 1, 10), 'start of month')
       when p.started_actual like '%/quarter%' then
         date(substr(p.started_actual, 1, 10), 'start of month',
              '-' || ((cast(substr(p.started_actual, 6, 2) as integer) - 1) % 3) || ' months')
       when p.started_actual like '%/year%' then date(substr(p.started_actual, 1, 10), 'start of year')
       else substr(p.started_actual, 1, 10)
     end, '') between :opened_from and :opened_to
     and p.id not in (
       select project from start where kind = 'new' group by project
       having max(decision = 'recognised') or not max(decision = 'pending'))))
