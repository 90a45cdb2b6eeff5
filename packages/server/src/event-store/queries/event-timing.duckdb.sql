with
persons as (
  select
    exposures.user_key as person_key,
    exposures.client_time,
    coalesce(exposures.client_time, exposures.received_at) as exposed_at
  from exposures
  where exposures.arm between 0 and $arm_count - 1
    and exposures.user_key not in (select rate_spikes.person_key from rate_spikes)
),
events as (
  select
    coalesce(conversions.client_time, conversions.received_at) - persons.exposed_at as delay_ms,
    conversions.client_time - persons.client_time as client_delay_ms
  from conversions
  inner join persons on persons.person_key = conversions.user_key
  where conversions.metric_key = $metric_0
)
select
  count(*)::double as total,
  count(*) filter (where events.delay_ms > $horizon_ms)::double as late,
  count(*) filter (where events.delay_ms < 0)::double as out_of_order,
  count(*) filter (where events.client_delay_ms < 0)::double as before_exposure_left_out,
  count(*) filter (where events.client_delay_ms > $window_ms)::double as after_window_left_out,
  count(*) filter (where events.client_delay_ms is null)::double as without_client_time
from events
