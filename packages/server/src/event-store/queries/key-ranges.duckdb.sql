-- Answered from the tables' statistics.
select
  (select coalesce(max(users.user_key), 0)::double from users) as greatest_user_key,
  (select coalesce(min(conversions.value), 0) from conversions) as least_value
