-- A page of the exposures after a sequence.
select
  exposures.user_id as user_id,
  exposures.arm as arm,
  exposures.client_time as client_time,
  exposures.received_at as received_at,
  exposures.cluster_id as cluster_id,
  exposures.sequence as sequence
from exposures
where visible(exposures)
  and exposures.sequence > {after:UInt64}
order by exposures.sequence
limit {most:UInt32}
