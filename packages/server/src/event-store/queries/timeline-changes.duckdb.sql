-- The persons who changed on a day, by arm: before and after it. One ordered pass over each person's days with events.
-- A line with {place} is repeated for each metric of the query, one with {sum_..} or {flag_..} is there by its outcome, one
-- with {paired} when there are two. {linked}: the experiment has identity links, {unlinked}: it has none.
with
events as (
  select
    persons.person_key,
    persons.arm,
    persons.exposure_day,
    conversions.metric_key,
    conversions.value,
    floor(coalesce(conversions.client_time, conversions.received_at) / 86400000)::integer as event_day,
    conversions.client_time - persons.client_time as delay_ms
  from conversions
  inner join persons on persons.person_key = conversions.user_key -- {unlinked}
  inner join person_ids as persons on persons.user_key = conversions.user_key -- {linked}
  where list_contains($metrics, conversions.metric_key)
    and conversions.sequence <= $sequence
    and persons.arm >= 0
),
days as (
  select
    events.person_key,
    events.arm,
    events.exposure_day,
    greatest(events.event_day, events.exposure_day) as day,
    coalesce(fsum(events.value) filter (where events.metric_key = $metric_0), 0) as step_0, -- {sum_0}
    coalesce(bool_or(events.value > 0) filter (where events.metric_key = $metric_0), false)::integer::double as step_0, -- {flag_0}
    coalesce(fsum(events.value) filter (where events.metric_key = $metric_1), 0) as step_1, -- {sum_1}
    coalesce(bool_or(events.value > 0) filter (where events.metric_key = $metric_1), false)::integer::double as step_1, -- {flag_1}
  from events
  where coalesce(events.delay_ms, 0) between 0 and $window_ms
  group by all
),
states as (
  select
    days.*,
    sum(days.step_0) over person_days as after_0, -- {sum_0}
    max(days.step_0) over person_days as after_0, -- {flag_0}
    sum(days.step_1) over person_days as after_1, -- {sum_1}
    max(days.step_1) over person_days as after_1, -- {flag_1}
  from days
  window person_days as (partition by days.person_key order by days.day)
),
changes as (
  select
    states.*,
    states.day = states.exposure_day as is_first,
    lag(states.after_{place}, 1, 0) over person_days as before_{place},
  from states
  window person_days as (partition by states.person_key order by states.day)
)
select
  changes.arm,
  changes.day,
  changes.is_first,
  count(*)::double as persons,
  favg(changes.before_{place}) as before_mean_{place},
  favg(changes.after_{place}) as after_mean_{place},
  covar_pop(changes.before_{place}, changes.before_{other}) as before_covariance_{place}_{other},
  covar_pop(changes.after_{place}, changes.after_{other}) as after_covariance_{place}_{other},
from changes
group by changes.arm, changes.day, changes.is_first
