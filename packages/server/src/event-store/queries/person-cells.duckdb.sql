-- A line with {covariate} is repeated for each covariate, one with {other} too for each pair.
select
  persons.arm,
  persons.stratum_key,
  persons.has_all_covariates,
  persons.exposure_day,
  persons.quarter,
  count(*)::double as persons,
  favg(persons.covariate_{covariate}) as mean_{covariate},
  covar_pop(persons.covariate_{covariate}, persons.covariate_{other}) as covariance_{covariate}_{other},
from persons
group by persons.arm, persons.stratum_key, persons.has_all_covariates, persons.exposure_day, persons.quarter
