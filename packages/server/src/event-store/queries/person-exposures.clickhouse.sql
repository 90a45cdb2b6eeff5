-- The stored exposures of some ids, in the order of arrival.
select
  exposures.user_id as user_id,
  exposures.arm as arm,
  exposures.client_time as client_time,
  exposures.received_at as received_at,
  exposures.cluster_id as cluster_id
from exposures
where visible(exposures)
  and exposures.user_id in {ids:Array(String)}
order by exposures.sequence
