-- What each counted person did in each metric, 0 where that is nothing; questions go on from here. A line with {metric} is
-- repeated for each metric, one with {sum} is there for metrics that are sums, one with {flag} for the others.
,
done as (
  select
    sumKahanIf(conversions.value, conversions.metric = {metric_{sum}:String}) as outcome_{sum},
    toFloat64(countIf(conversions.metric = {metric_{flag}:String} and conversions.value > 0) > 0) as outcome_{flag},
    countIf(conversions.metric = {metric_{metric}:String} and conversions.value > 0) > 0 as is_converted_{metric},
    exposed_ids.person_id as person_id
  from conversions{local} as conversions
  global inner join exposed_ids on exposed_ids.user_id = conversions.user_id
  where visible(conversions)
    and conversions.metric in {metrics:Array(String)}
    and coalesce(conversions.client_time - exposed_ids.client_time, 0) between 0 and {window_ms:Int64}
  group by exposed_ids.person_id
),
outcomes as (
  select
    coalesce(done.outcome_{metric}, 0) as outcome_{metric},
    coalesce(done.is_converted_{metric}, 0) as is_converted_{metric},
    counted.*
  from counted
  left join done on done.person_id = counted.person_id
)
