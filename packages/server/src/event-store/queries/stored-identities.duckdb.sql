-- A page of the links between two sequences.
with
page as (
  select *
  from identities
  where identities.sequence > $after
    and identities.sequence <= $last
  limit $row_count
)
select
  anonymous.user_id as anonymous_id,
  persons.user_id as canonical_id
from page
inner join users as anonymous on anonymous.user_key = page.anonymous_key
inner join users as persons on persons.user_key = page.person_key
order by page.sequence
