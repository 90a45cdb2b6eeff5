-- A line with {linked} is there only when the experiment has identity links, one with {unlinked} only when it has none.
insert into left_out
with
active as (
  select
    conversions.user_key,
    count(*) as events
  from conversions
  group by conversions.user_key
  having count(*) > $max_events -- {unlinked}
),
frequent as ( -- {linked}
  select coalesce(identities.person_key, active.user_key) as person_key -- {linked}
  from active -- {linked}
  left join identities on identities.anonymous_key = active.user_key -- {linked}
  group by all -- {linked}
  having sum(active.events) > $max_events -- {linked}
), -- {linked}
suspects as (
  select
    active.user_key,
    active.user_key as person_key -- {unlinked}
    frequent.person_key -- {linked}
  from active
  left join identities on identities.anonymous_key = active.user_key -- {linked}
  inner join frequent on frequent.person_key = coalesce(identities.person_key, active.user_key) -- {linked}
),
events as (
  select
    suspects.person_key,
    coalesce(conversions.client_time, conversions.received_at) as event_time
  from conversions
  inner join suspects on suspects.user_key = conversions.user_key
),
spans as (
  select
    events.person_key,
    events.event_time - lag(events.event_time, $max_events) over (
      partition by events.person_key
      order by events.event_time
    ) as span_ms
  from events
)
select distinct
  spans.person_key,
  false as is_manual
from spans
anti join left_out on left_out.person_key = spans.person_key
where spans.span_ms <= $window_ms
