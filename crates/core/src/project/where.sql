where (:text is null
    or p.id in (
      select d.project from project_search s join project_doc d on d.doc = s.rowid where project_search match :text)
    or (:fragment is not null and (
      instr(p.code, :fragment) or p.enterprise in (select id from enterprise where instr(uscc, :fragment)))))
  and (:region is null or p.region glob :region || '*')
  and (:stage is null or p.stage = :stage)
  and (:standing is null or p.standing = :standing)
  and (:carried is null or p.carried = :carried)
  and (:list is null or p.id in (select project from membership where list = :list))
  and (:has_issue is null or :has_issue = exists (
    select 1 from progress i where i.project = p.id and i.basis = 'dispatch' and i.issue is not null
      and i.period = (select max(period) from progress where project = p.id and basis = 'dispatch')))
