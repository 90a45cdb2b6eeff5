-- How many treated persons were exposed on which day, by arm.
select
  counted.arm as arm,
  counted.exposure_day as day,
  count() as persons
from counted
where counted.arm >= 0
group by
  counted.arm,
  counted.exposure_day
