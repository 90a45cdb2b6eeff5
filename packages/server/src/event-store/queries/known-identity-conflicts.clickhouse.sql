-- Which of the anonymous ids were linked to another person later.
select
  identity_conflicts.anonymous_id
from identity_conflicts
where visible(identity_conflicts)
  and identity_conflicts.anonymous_id in {ids:Array(String)}
