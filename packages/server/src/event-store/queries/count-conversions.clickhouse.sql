-- Stored conversions by metric, and the sum of their values.
select
  conversions.metric as metric,
  count() as rows,
  sumKahan(conversions.value) as value_sum
from conversions
where visible(conversions)
group by conversions.metric
