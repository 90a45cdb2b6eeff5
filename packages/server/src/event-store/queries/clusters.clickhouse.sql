-- What of each cluster lies here; a cluster may have persons on every shard. A line with {metric} is repeated for each metric.
select
  sumKahan(outcomes.outcome_{metric}) as outcome_{metric},
  outcomes.arm as arm,
  outcomes.cluster_id as cluster_id,
  count() as persons
from outcomes
where outcomes.arm >= 0
  and outcomes.cluster_id is not null
group by
  outcomes.arm,
  outcomes.cluster_id
