-- A page of the exposures between two sequences. A name of kind 3 is a cluster's.
with
page as (
  select *
  from exposures
  where exposures.sequence > $after
    and exposures.sequence <= $last
  limit $row_count
)
select
  users.user_id,
  page.arm,
  names.name as cluster,
  page.client_time::double as client_time,
  page.received_at::double as received_at
from page
inner join users on users.user_key = page.user_key
left join clusters on clusters.user_key = page.user_key
left join names on names.kind = 3 and names.name_key = clusters.cluster_key
order by page.sequence
