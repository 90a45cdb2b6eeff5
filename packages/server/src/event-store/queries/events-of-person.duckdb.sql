-- The newest first. A name of kind 0 is a metric's.
select
  conversions.user_key,
  names.name as metric,
  conversions.value,
  conversions.client_time::double as client_time,
  conversions.received_at::double as received_at,
  count(*) over ()::double as events
from conversions
inner join names on names.kind = 0 and names.name_key = conversions.metric_key
where conversions.user_key in (select unnest($user_keys))
order by conversions.sequence desc
limit $max_events
