-- Steps of which nobody told the day, where a clock or a figure waits for it.
select count(*) from approval_step s join approval a on a.id = s.approval
where s.undated and a.waived is null and s.state not in ('not_collected', 'not_applicable', 'not_started', 'preparing')
