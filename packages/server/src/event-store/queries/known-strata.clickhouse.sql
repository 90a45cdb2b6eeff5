-- Which of the ids have a stratum.
select
  strata.user_id
from strata
where visible(strata)
  and strata.user_id in {ids:Array(String)}
