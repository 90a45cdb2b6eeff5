-- Of the persons of each arm, how many are left out for which reason.
select
  persons.arm as arm,
  count() as persons,
  countIf(persons.is_excluded) as manual,
  countIf(persons.is_spiking) as rate_spikes
from persons
group by persons.arm
