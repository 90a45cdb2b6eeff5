-- A page of the conversions between two sequences. A name of kind 0 is a metric's.
with
page as (
  select *
  from conversions
  where conversions.sequence > $after
    and conversions.sequence <= $last
  limit $row_count
)
select
  users.user_id,
  names.name as metric,
  page.value,
  page.idempotency_key,
  page.client_time::double as client_time,
  page.received_at::double as received_at
from page
inner join users on users.user_key = page.user_key
inner join names on names.kind = 0 and names.name_key = page.metric_key
order by page.sequence
