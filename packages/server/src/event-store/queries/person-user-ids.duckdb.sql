select
  users.user_key,
  users.user_id
from users
where list_contains($user_keys, users.user_key)
