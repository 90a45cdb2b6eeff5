-- A page of the users who are excluded, by the sequence of the row that says so.
with
latest as (
  select
    exclusions.user_key,
    max(exclusions.sequence) as sequence
  from exclusions
  where exclusions.sequence <= $until
  group by exclusions.user_key
)
select
  users.user_id,
  exclusions.reason,
  exclusions.sequence::double as sequence
from exclusions
inner join latest on latest.user_key = exclusions.user_key and latest.sequence = exclusions.sequence
inner join users on users.user_key = exclusions.user_key
where exclusions.is_excluded = 1
  and exclusions.sequence > $after
order by exclusions.sequence
limit $most
