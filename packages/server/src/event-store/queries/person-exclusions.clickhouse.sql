-- Which of some ids are excluded now, and why.
select
  exclusions.user_id as user_id,
  argMax(exclusions.reason, exclusions.sequence) as reason
from exclusions
where visible(exclusions)
  and exclusions.user_id in {ids:Array(String)}
group by exclusions.user_id
having argMax(exclusions.is_excluded, exclusions.sequence) = 1
