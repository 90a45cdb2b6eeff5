-- A name of kind 3 is a cluster's.
select
  exposures.user_key,
  exposures.arm,
  exposures.client_time::double as client_time,
  exposures.received_at::double as received_at,
  names.name as cluster
from exposures
left join clusters on clusters.user_key = exposures.user_key
left join names on names.kind = 3 and names.name_key = clusters.cluster_key
where exposures.user_key in (select unnest($user_keys))
order by exposures.sequence
