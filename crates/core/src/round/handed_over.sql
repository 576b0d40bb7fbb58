-- What the turn of the year handed over (竣工转出): nobody is asked to report it any more.
select l.project from ledger_line l
where not l.counted and exists (
  select 1 from year_decision d where d.project = l.project and d.decision = 'completed' and d.applied)
