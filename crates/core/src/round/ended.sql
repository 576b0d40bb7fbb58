-- What nobody is asked to report any more: it ended, or it counts no longer and is no part of another.
select project from ledger_line
where standing in ('terminated', 'delisted', 'merged', 'split') or (not counted and parent is null)
