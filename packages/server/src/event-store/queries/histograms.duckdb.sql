-- Adding 0 makes -0 the same as 0.
select
  persons.arm,
  coalesce(outcomes.outcome, 0) + 0 as value,
  count(*)::double as persons
from persons
left join outcomes on outcomes.person_key = persons.person_key and outcomes.place = 0
where persons.arm >= 0
group by all
order by persons.arm, value
