select id, coalesce(expires_on <= ?1, 0) from approval
where waived is null
  and (lacking is not null or lacking_by is not null or parallel is not null or bundle is not null or expires_on <= ?1)
