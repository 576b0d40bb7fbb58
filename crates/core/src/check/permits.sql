-- The day each project's permit was granted. Of one that was granted on a day nobody told nothing is said.
select a.project,
       coalesce(a.certificate_on, (
         select min(happened_on) from approval_step
         where approval = a.id and state in ('lacking_passed', 'approved', 'delivered')))
from approval a
where a.item = ? and a.waived is null
  and (a.certificate_on is not null or exists (select 1 from approval_step where approval = a.id))
  and (a.certificate_on is not null or not exists (
    select 1 from approval_step s
    where s.approval = a.id and s.undated and s.state in ('lacking_passed', 'approved', 'delivered')
      and not exists (
        select 1 from approval_step e
        where e.approval = a.id and e.undated is not 1 and e.state in ('lacking_passed', 'approved', 'delivered')
          and e.happened_on <= s.happened_on)))
