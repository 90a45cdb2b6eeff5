select
  exposures.arm,
  count(*)::double as rows
from exposures
group by exposures.arm
order by exposures.arm
