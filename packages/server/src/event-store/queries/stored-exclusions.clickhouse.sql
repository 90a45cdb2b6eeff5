-- A page of the users who are excluded, by the sequence of the row that says so.
select
  exclusions.user_id as user_id,
  argMax(exclusions.reason, exclusions.sequence) as last_reason,
  max(exclusions.sequence) as last_sequence
from exclusions
where visible(exclusions)
group by exclusions.user_id
having argMax(exclusions.is_excluded, exclusions.sequence) = 1
  and last_sequence > {after:UInt64}
order by last_sequence
limit {most:UInt32}
