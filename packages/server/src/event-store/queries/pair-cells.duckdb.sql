-- Both outcomes of the persons who have an event of either; all others have twice 0.
with
pairs as (
  select
    outcomes.person_key,
    coalesce(max(outcomes.outcome) filter (where outcomes.place = 0), 0) as outcome,
    coalesce(max(outcomes.outcome) filter (where outcomes.place = $place), 0) as other
  from outcomes
  where outcomes.place in (0, $place)
  group by outcomes.person_key
)
select
  persons.arm,
  persons.stratum_key,
  persons.has_all_covariates,
  persons.exposure_day,
  persons.quarter,
  count(*)::double as persons,
  favg(pairs.outcome) as mean,
  favg(pairs.other) as other_mean,
  var_pop(pairs.outcome) as variance,
  var_pop(pairs.other) as other_variance,
  covar_pop(pairs.outcome, pairs.other) as covariance
from pairs
inner join persons on persons.person_key = pairs.person_key
group by persons.arm, persons.stratum_key, persons.has_all_covariates, persons.exposure_day, persons.quarter
