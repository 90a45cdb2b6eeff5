-- The population, resolved once. Identity links will enter here: a person is a user so far.
-- A line with {covariate} is repeated for each covariate.
create or replace temp table persons as
select
  exposures.user_key as person_key,
  exposures.arm,
  exposures.client_time,
  coalesce(exposures.client_time, exposures.received_at) as exposed_at,
  strata.stratum_key,
  covariate_{covariate}.value as covariate_{covariate},
  $has_covariates
    and covariate_{covariate}.value is not null
    as has_all_covariates
from exposures
anti join rate_spikes on rate_spikes.person_key = exposures.user_key
left join strata on strata.user_key = exposures.user_key and $has_strata
left join pre_period as covariate_{covariate} on covariate_{covariate}.user_key = exposures.user_key and covariate_{covariate}.covariate_key = $covariate_{covariate}
where exposures.arm between 0 and $arm_count - 1
