-- Which of the ids were exposed.
select
  exposures.user_id
from exposures
where visible(exposures)
  and exposures.user_id in {ids:Array(String)}
