select t.project, max(t.met_on, max(l.given_on))
from fast_track t
join fast_letter l on l.project = t.project and l.given_on is not null
group by t.id
having count(distinct l.letter) = 3
