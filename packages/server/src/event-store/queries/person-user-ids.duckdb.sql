select
  users.user_key,
  users.user_id
from users
where users.user_key in (select unnest($user_keys))
