-- A page of the covariates after a sequence.
select
  pre_period.user_id as user_id,
  toString(pre_period.covariate) as covariate,
  pre_period.value as value,
  pre_period.is_correction as is_correction,
  pre_period.sequence as sequence
from pre_period
where visible(pre_period)
  and pre_period.sequence > {after:UInt64}
order by pre_period.sequence
limit {most:UInt32}
