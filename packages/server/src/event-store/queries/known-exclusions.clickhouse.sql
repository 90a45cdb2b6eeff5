-- Which of the ids are excluded now.
select
  exclusions.user_id
from exclusions
where visible(exclusions)
  and exclusions.user_id in {ids:Array(String)}
group by exclusions.user_id
having argMax(exclusions.is_excluded, exclusions.sequence) = 1
