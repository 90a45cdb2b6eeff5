-- The greatest value of each quarter: the value that a quarter, a half, three quarters and all of the persons do not exceed.
,
ranked as (
  select
    quarter_values.value as value,
    sum(sum(quarter_values.persons)) over (order by quarter_values.value) as until,
    sum(sum(quarter_values.persons)) over () as total
  from quarter_values
  group by quarter_values.value
)
select arrayDistinct([
  minIf(ranked.value, ranked.until >= ceil(0.25 * ranked.total)),
  minIf(ranked.value, ranked.until >= ceil(0.5 * ranked.total)),
  minIf(ranked.value, ranked.until >= ceil(0.75 * ranked.total)),
  max(ranked.value)
]) as ends
from ranked
having count() > 0
