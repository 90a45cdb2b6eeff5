-- delay_ms is by client times, received_delay_ms where one of them is missing. A line with {linked} is there only when the
-- experiment has identity links, one with {unlinked} only when it has none.
with
events as (
  select
    conversions.client_time - persons.client_time as delay_ms,
    case when delay_ms is null then coalesce(conversions.client_time, conversions.received_at) - persons.exposed_at end as received_delay_ms
  from conversions
  inner join persons on persons.person_key = conversions.user_key -- {unlinked}
  inner join person_ids as persons on persons.user_key = conversions.user_key -- {linked}
  where conversions.metric_key = {metric}
    and conversions.sequence <= $sequence
    and persons.arm >= 0
)
select
  count(*)::double as total,
  count(*) filter (where events.delay_ms > $horizon_ms)::double as late,
  count(*) filter (where events.received_delay_ms > $horizon_ms)::double as late_by_receipt,
  count(*) filter (where events.delay_ms < 0)::double as out_of_order,
  count(*) filter (where events.received_delay_ms < 0)::double as out_of_order_by_receipt,
  count(*) filter (where events.delay_ms > $window_ms)::double as after_window,
  count(events.received_delay_ms)::double as without_client_time
from events
