-- The shortest time that max_events + 1 events took.
with
events as (
  select coalesce(conversions.client_time, conversions.received_at) as event_time
  from conversions
  where conversions.user_key in (select unnest($user_keys))
),
spans as (
  select events.event_time - lag(events.event_time, $max_events) over (order by events.event_time) as span_ms
  from events
)
select min(spans.span_ms)::double as span_ms
from spans
