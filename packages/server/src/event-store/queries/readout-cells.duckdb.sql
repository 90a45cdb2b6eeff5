-- A line with {metric}, {sum_metric}, {converted_metric} or {covariate} is repeated for each index of that list.
with
persons as (
  select
    exposures.user_key as person_key,
    exposures.arm,
    exposures.client_time
  from exposures
  where exposures.arm between 0 and $arm_count - 1
    and exposures.user_key not in (select rate_spikes.person_key from rate_spikes)
),
events as (
  select
    persons.person_key,
    conversions.metric_key,
    conversions.value
  from conversions
  inner join persons on persons.person_key = conversions.user_key
  where (conversions.client_time < persons.client_time) is not true
    and (conversions.client_time > persons.client_time + $window_ms) is not true
),
outcomes as (
  select
    events.person_key,
    fsum(events.value) filter (where events.metric_key = $metric_{sum_metric}) as sum_{sum_metric},
    bool_or(events.value > 0) filter (where events.metric_key = $metric_{metric}) as converted_{metric},
  from events
  group by events.person_key
),
rows as (
  select
    persons.arm,
    strata.stratum_key,
    $has_covariates
      and covariate_{covariate}.value is not null
      as has_all_covariates,
    coalesce(outcomes.sum_{sum_metric}, 0) as outcome_{sum_metric},
    coalesce(outcomes.converted_{converted_metric}, false)::double as outcome_{converted_metric},
    coalesce(outcomes.converted_{metric}, false) as converted_{metric},
    covariate_{covariate}.value as covariate_{covariate},
  from persons
  left join outcomes on outcomes.person_key = persons.person_key
  left join strata on strata.user_key = persons.person_key and $has_strata
  left join pre_period as covariate_{covariate} on covariate_{covariate}.user_key = persons.person_key and covariate_{covariate}.covariate_key = $covariate_{covariate}
)
select
  rows.arm,
  rows.stratum_key,
  rows.has_all_covariates,
  count(*)::double as persons,
  count(*) filter (where rows.converted_{metric})::double as converted_{metric},
  favg(rows.outcome_{metric}) as mean_{metric},
  var_pop(rows.outcome_{metric}) as variance_{metric},
  favg(rows.covariate_{covariate}) as covariate_mean_{covariate},
  covar_pop(rows.outcome_0, rows.covariate_{covariate}) as outcome_covariance_{covariate},
  covar_pop(rows.covariate_{covariate}, rows.covariate_{other_covariate}) as covariance_{covariate}_{other_covariate},
from rows
group by rows.arm, rows.stratum_key, rows.has_all_covariates
