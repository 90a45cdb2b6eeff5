-- Which covariates the ids have.
select
  pre_period.covariate,
  pre_period.user_id
from pre_period
where visible(pre_period)
  and pre_period.user_id in {ids:Array(String)}
