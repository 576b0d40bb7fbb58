(exists (
   select 1 from start s
   where s.project = p.id and s.kind = 'resume' and s.decision = 'recognised'
     and s.happened_on between :opened_from and :opened_to))
