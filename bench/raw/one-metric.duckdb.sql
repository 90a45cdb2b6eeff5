select
  exposures.arm,
  count(*) as persons,
  avg(coalesce(outcomes.outcome, 0)) as mean,
  var_samp(coalesce(outcomes.outcome, 0)) as variance
from exposures
left join (
  select conversions.user_key, sum(conversions.value) as outcome
  from conversions
  where conversions.metric_key = 0
  group by conversions.user_key
) as outcomes using (user_key)
group by exposures.arm
