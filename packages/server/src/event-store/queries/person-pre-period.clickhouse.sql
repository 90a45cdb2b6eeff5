-- The covariates of the person of some ids.
select
  pre_period.covariate as covariate,
  argMin(pre_period.value, corrected_first(pre_period)) as value
from pre_period
where visible(pre_period)
  and pre_period.user_id in {ids:Array(String)}
group by pre_period.covariate
