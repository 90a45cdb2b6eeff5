select
  exposures.user_key as key,
  exposures.arm::integer as detail,
  null::blob as text
from exposures
