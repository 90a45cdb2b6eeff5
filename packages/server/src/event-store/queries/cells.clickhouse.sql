-- The moments of each cell. A line with {metric} is repeated for each metric, one with {covariate} for each covariate, one
-- with {crossed} for each metric that is crossed with them; one with two of these for each combination.
select
  outcomes.arm as arm,
  outcomes.stratum as stratum,
  outcomes.quarter as quarter,
  outcomes.has_all_covariates as has_all_covariates,
  outcomes.exposure_day as exposure_day,
  countIf(outcomes.is_converted_{metric}) as converted_{metric},
  sumKahan(outcomes.outcome_{metric}) / persons as mean_{metric},
  varPopStable(outcomes.outcome_{metric}) as variance_{metric},
  covarPopStable(outcomes.outcome_0, outcomes.outcome_{crossed}) as outcome_covariance_{crossed},
  sumKahan(outcomes.covariate_{covariate}) / persons as covariate_mean_{covariate},
  covarPopStable(outcomes.outcome_{crossed}, outcomes.covariate_{covariate}) as covariance_{crossed}_with_{covariate},
  covarPopStable(outcomes.covariate_{covariate}, outcomes.covariate_{other}) as covariance_{covariate}_{other},
  min(outcomes.covariate_{quarters}) as least_value,
  count() as persons
from outcomes
group by
  outcomes.arm,
  outcomes.stratum,
  outcomes.quarter,
  outcomes.has_all_covariates,
  outcomes.exposure_day
