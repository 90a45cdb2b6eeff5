-- What was committed of one experiment; rows of equal epoch and kind may not be merged yet.
select
  commits.epoch,
  commits.kind,
  max(commits.sequence) as sequence
from commits
where commits.experiment_id = {experiment_id:String}
group by
  commits.epoch,
  commits.kind
