-- The persons who changed on a day, by arm: before and after it. A line with {metric} is repeated for each metric, one with
-- {other} too for each pair, one with {sum} is there for metrics that are sums, one with {flag} for the others.
,
days as (
  select
    sumKahanIf(conversions.value, conversions.metric = {metric_{sum}:String}) as step_{sum},
    toFloat64(countIf(conversions.metric = {metric_{flag}:String} and conversions.value > 0) > 0) as step_{flag},
    counted_ids.person_id as person_id,
    counted_ids.arm as arm,
    counted_ids.exposure_day as exposure_day,
    greatest(
      toInt64(floor(coalesce(conversions.client_time, conversions.received_at) / 86400000)),
      counted_ids.exposure_day
    ) as day
  from conversions{local} as conversions
  global inner join counted_ids on counted_ids.user_id = conversions.user_id
  where visible(conversions)
    and conversions.metric in {metrics:Array(String)}
    and coalesce(conversions.client_time - counted_ids.client_time, 0) between 0 and {window_ms:Int64}
    and counted_ids.arm >= 0
  group by
    person_id,
    arm,
    exposure_day,
    day
),
states as (
  select
    sum(days.step_{sum}) over (partition by days.person_id order by days.day) as after_{sum},
    max(days.step_{flag}) over (partition by days.person_id order by days.day) as after_{flag},
    days.person_id as person_id,
    days.arm as arm,
    days.exposure_day as exposure_day,
    days.day as day
  from days
),
changes as (
  select
    states.after_{metric} as after_{metric},
    lagInFrame(states.after_{metric}, 1, 0.0) over (partition by states.person_id order by states.day) as before_{metric},
    states.arm as arm,
    states.day as day,
    states.day = states.exposure_day as is_first
  from states
)
select
  changes.arm as arm,
  changes.day as day,
  changes.is_first as is_first,
  sumKahan(changes.before_{metric}) / persons as before_mean_{metric},
  sumKahan(changes.after_{metric}) / persons as after_mean_{metric},
  covarPopStable(changes.before_{metric}, changes.before_{other}) as before_covariance_{metric}_{other},
  covarPopStable(changes.after_{metric}, changes.after_{other}) as after_covariance_{metric}_{other},
  count() as persons
from changes
group by
  changes.arm,
  changes.day,
  changes.is_first
