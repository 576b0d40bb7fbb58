where (p.id in (
   select project from start
   where kind = 'resume' and decision = 'recognised' and happened_on between :opened_from and :opened_to))
