-- The stratum of the person of some ids; no row without one.
select argMin(toString(strata.stratum), corrected_first(strata)) as stratum
from strata
where visible(strata)
  and strata.user_id in {ids:Array(String)}
having count() > 0
