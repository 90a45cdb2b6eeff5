-- A person without a cluster is one. A line with {metric} is repeated for each metric, one with {other} too for each pair.
select
  sumKahan(outcomes.outcome_{metric}) / persons as mean_{metric},
  covarPopStable(outcomes.outcome_{metric}, outcomes.outcome_{other}) as covariance_{metric}_{other},
  outcomes.arm as arm,
  count() as persons
from outcomes
where outcomes.arm >= 0
  and outcomes.cluster_id is null
group by outcomes.arm
