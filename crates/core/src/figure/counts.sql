where (p.counted and p.standing not in ('terminated', 'delisted', 'merged', 'split'))
