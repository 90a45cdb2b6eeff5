-- A page of the anonymous ids between two sequences that were linked to two persons.
with
page as (
  select *
  from identity_conflicts
  where identity_conflicts.sequence > $after
    and identity_conflicts.sequence <= $last
  limit $row_count
)
select
  users.user_id as anonymous_id
from page
inner join users on users.user_key = page.anonymous_key
order by page.sequence
