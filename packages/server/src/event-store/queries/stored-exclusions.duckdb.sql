-- A page of the users who are excluded, by the sequence of the row that says so; no later row lifts it.
with
page as (
  select *
  from exclusions
  where exclusions.sequence > $after
    and exclusions.sequence <= $last
  limit $row_count
)
select
  users.user_id,
  page.reason
from page
inner join users on users.user_key = page.user_key
where page.is_excluded = 1
  and not exists (
    select 1
    from exclusions as later
    where later.user_key = page.user_key
      and later.sequence > page.sequence
      and later.sequence <= $until
  )
order by page.sequence
