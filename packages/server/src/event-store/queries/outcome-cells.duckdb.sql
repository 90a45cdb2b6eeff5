-- One metric, over the persons with a counted event; all others have the outcome 0.
-- A line with {sum}, {unsigned}, {signed}, {flag} is there only when: the outcome is a sum; and no value is negative; and
-- some are; the outcome is whether the person converted. {linked}: the experiment has identity links, {unlinked}: it has
-- none. A line with {covariate} is repeated for each covariate.
with
events as (
  select
    persons.person_key,
    conversions.value,
    conversions.client_time - persons.client_time as delay_ms
  from conversions
  inner join persons on persons.person_key = conversions.user_key -- {unlinked}
  inner join person_ids as persons on persons.user_key = conversions.user_key -- {linked}
  where conversions.metric_key = {metric}
    and conversions.sequence <= $sequence
),
outcomes as (
  select
    events.person_key,
    fsum(events.value) as outcome, -- {sum}
    fsum(events.value) > 0 as is_converted, -- {unsigned}
    bool_or(events.value > 0) as is_converted, -- {signed}
    bool_or(events.value > 0) as is_converted, -- {flag}
    is_converted::double as outcome, -- {flag}
  from events
  where coalesce(events.delay_ms, 0) between 0 and $window_ms
  group by events.person_key
)
select
  persons.arm,
  persons.stratum_key,
  persons.has_all_covariates,
  persons.exposure_day,
  persons.quarter,
  count(*)::double as persons,
  count(*) filter (where outcomes.is_converted)::double as converted,
  favg(outcomes.outcome) as mean,
  var_pop(outcomes.outcome) as variance,
  favg(persons.covariate_{covariate}) as mean_{covariate},
  covar_pop(outcomes.outcome, persons.covariate_{covariate}) as covariance_{covariate},
from outcomes
inner join persons on persons.person_key = outcomes.person_key
group by persons.arm, persons.stratum_key, persons.has_all_covariates, persons.exposure_day, persons.quarter
