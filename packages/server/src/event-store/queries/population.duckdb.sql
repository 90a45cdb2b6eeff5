select
  exposures.arm,
  count(*)::double as persons,
  count(*) filter (where exposures.user_key in (select rate_spikes.person_key from rate_spikes))::double as rate_spikes,
  min(exposures.sequence)::double as first_sequence,
  arg_min(exposures.received_at, exposures.sequence)::double as first_received_at
from exposures
group by exposures.arm
order by first_sequence
