-- delay_ms is by client times, received_delay_ms where one of them is missing.
,
delays as (
  select
    conversions.client_time - counted_ids.client_time as delay_ms,
    if(delay_ms is null, coalesce(conversions.client_time, conversions.received_at) - counted_ids.exposed_at, null) as received_delay_ms
  from conversions{local} as conversions
  global inner join counted_ids on counted_ids.user_id = conversions.user_id
  where visible(conversions)
    and conversions.metric = {metric_0:String}
    and counted_ids.arm >= 0
)
select
  count() as total,
  countIf(delays.delay_ms > {horizon_ms:Int64}) as late,
  countIf(delays.received_delay_ms > {horizon_ms:Int64}) as late_by_receipt,
  countIf(delays.delay_ms < 0) as out_of_order,
  countIf(delays.received_delay_ms < 0) as out_of_order_by_receipt,
  countIf(delays.delay_ms > {window_ms:Int64}) as after_window,
  countIf(delays.delay_ms is null) as without_client_time
from delays
