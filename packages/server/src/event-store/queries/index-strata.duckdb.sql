select
  strata.user_key as key,
  0::integer as detail,
  null::blob as text
from strata
