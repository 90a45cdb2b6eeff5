-- The newest stored events of some ids, the newest first.
select
  conversions.user_id as user_id,
  conversions.metric as metric,
  conversions.value as value,
  conversions.client_time as client_time,
  conversions.received_at as received_at
from conversions
where visible(conversions)
  and conversions.user_id in {ids:Array(String)}
order by conversions.sequence desc
limit {max_events:UInt32}
