create or replace temp table rate_spikes as
with
suspects as (
  select conversions.user_key
  from conversions
  group by conversions.user_key
  having count(*) > $max_events
),
events as (
  select
    conversions.user_key,
    coalesce(conversions.client_time, conversions.received_at) as event_time
  from conversions
  semi join suspects on suspects.user_key = conversions.user_key
),
spans as (
  select
    events.user_key,
    events.event_time - lag(events.event_time, $max_events) over (
      partition by events.user_key
      order by events.event_time
    ) as span_ms
  from events
)
select distinct spans.user_key as person_key
from spans
where spans.span_ms <= $window_ms
