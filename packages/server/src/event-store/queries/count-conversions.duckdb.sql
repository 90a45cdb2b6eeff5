with
counts as (
  select
    conversions.metric_key,
    count(*) as rows,
    fsum(conversions.value) as value_sum
  from conversions
  group by conversions.metric_key
)
select
  names.name,
  counts.rows::double as rows,
  counts.value_sum
from counts
inner join names on names.kind = 0 and names.name_key = counts.metric_key
