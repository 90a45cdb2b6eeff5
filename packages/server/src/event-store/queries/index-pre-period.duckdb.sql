select
  pre_period.user_key as key,
  pre_period.covariate_key::integer as detail,
  null::blob as text
from pre_period
