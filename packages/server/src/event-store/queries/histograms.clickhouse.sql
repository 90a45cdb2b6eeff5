-- Adding 0 makes -0 the same as 0.
select
  outcomes.arm as arm,
  outcomes.outcome_0 + 0 as value,
  count() as persons
from outcomes
where outcomes.arm >= 0
group by
  outcomes.arm,
  value
