-- How many persons of each arm were exposed on which day.
select
  persons.arm,
  persons.exposure_day as day,
  count(*)::double as persons
from persons
where persons.arm >= 0
group by persons.arm, persons.exposure_day
