-- One metric of each person with a counted event; all others have the outcome 0. The lines are there as in outcome-cells.
insert into outcomes
with
events as (
  select
    persons.person_key,
    conversions.value,
    conversions.client_time - persons.client_time as delay_ms
  from conversions
  inner join persons on persons.person_key = conversions.user_key -- {unlinked}
  inner join person_ids as persons on persons.user_key = conversions.user_key -- {linked}
  where conversions.metric_key = {metric}
    and conversions.sequence <= $sequence
)
select
  {place} as place,
  events.person_key,
  fsum(events.value) as outcome -- {sum}
  bool_or(events.value > 0)::integer::double as outcome -- {flag}
from events
where coalesce(events.delay_ms, 0) between 0 and $window_ms
group by events.person_key
