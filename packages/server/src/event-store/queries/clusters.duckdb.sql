-- The clusters of each arm; a person without one is one. A line with {place} is repeated for each metric, one with {other}
-- too for each pair of metrics.
with
totals as (
  select
    persons.arm,
    persons.cluster_key is null as is_alone,
    count(*)::double as persons,
    fsum(coalesce(outcomes_{place}.outcome, 0)) as outcome_{place},
  from persons
  left join outcomes as outcomes_{place} on outcomes_{place}.person_key = persons.person_key and outcomes_{place}.place = {place}
  where persons.arm >= 0
  group by
    persons.arm,
    persons.cluster_key,
    case when persons.cluster_key is null then persons.person_key end
)
select
  totals.arm,
  count(*)::double as clusters,
  count(*) filter (where totals.is_alone)::double as alone,
  favg(totals.persons) as persons_mean,
  var_pop(totals.persons) as persons_variance,
  favg(totals.outcome_{place}) as mean_{place},
  covar_pop(totals.persons, totals.outcome_{place}) as persons_covariance_{place},
  covar_pop(totals.outcome_{place}, totals.outcome_{other}) as covariance_{place}_{other},
from totals
group by totals.arm
order by totals.arm
