select
  users.user_key as key,
  0::integer as detail,
  encode(users.user_id) as text
from users
