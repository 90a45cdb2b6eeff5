-- Stored exposures by arm.
select
  exposures.arm as arm,
  count() as rows
from exposures
where visible(exposures)
group by exposures.arm
order by exposures.arm
