-- How many events some ids have, and whether more than so many of them lie within a window.
with
times as (
  select arraySort(groupArray(coalesce(conversions.client_time, conversions.received_at))) as list
  from conversions
  where visible(conversions)
    and conversions.user_id in {ids:Array(String)}
)
select
  length(times.list) as events,
  arrayExists(
    at -> times.list[at + {max_events:UInt32}] - times.list[at] <= {spike_window_ms:Int64},
    range(1, greatest(toInt64(length(times.list)) - {max_events:UInt32} + 1, 1))
  ) as is_spiking
from times
