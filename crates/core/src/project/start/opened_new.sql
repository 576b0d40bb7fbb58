(exists (
   select 1 from start s
   where s.project = p.id and s.kind = 'new' and s.decision = 'recognised'
     and s.happened_on between :opened_from and :opened_to)
 or (coalesce(case
       when p.started_actual like '%/month%' then date(substr(p.started_actual, 1, 10), 'start of month')
       when p.started_actual like '%/quarter%' then
         date(substr(p.started_actual, 1, 10), 'start of month',
              '-' || ((cast(substr(p.started_actual, 6, 2) as integer) - 1) % 3) || ' months')
       when p.started_actual like '%/year%' then date(substr(p.started_actual, 1, 10), 'start of year')
       else substr(p.started_actual, 1, 10)
     end, '') between :opened_from and :opened_to
     and not exists (
       select 1 from start s where s.project = p.id and s.kind = 'new' and s.decision = 'recognised')
     and (not exists (select 1 from start s where s.project = p.id and s.kind = 'new')
          or exists (select 1 from start s where s.project = p.id and s.kind = 'new' and s.decision = 'pending'))))
