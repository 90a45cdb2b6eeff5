-- A line with {linked} is there only when the experiment has identity links, one with {unlinked} only when it has none.
select
  exposures.arm,
  count(*) filter (where left_out.is_manual)::double as manual,
  count(*) filter (where not left_out.is_manual)::double as rate_spikes
from exposures -- {unlinked}
from person_exposures as exposures -- {linked}
inner join left_out on left_out.person_key = exposures.user_key
group by exposures.arm
