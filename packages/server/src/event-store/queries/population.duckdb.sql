select
  exposures.arm,
  count(*)::double as persons,
  count(*) filter (where exposures.user_key in (select rate_spikes.person_key from rate_spikes))::double as rate_spikes
from exposures
where exposures.arm between -1 and $arm_count - 1
group by exposures.arm
