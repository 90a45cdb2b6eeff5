-- A page of the conversions after a sequence.
select
  conversions.user_id as user_id,
  toString(conversions.metric) as metric,
  conversions.value as value,
  conversions.client_time as client_time,
  conversions.received_at as received_at,
  conversions.sequence as sequence
from conversions
where visible(conversions)
  and conversions.sequence > {after:UInt64}
order by conversions.sequence
limit {most:UInt32}
