select
  exclusions.user_key,
  arg_max(exclusions.reason, exclusions.sequence) as reason
from exclusions
where exclusions.user_key in (select unnest($user_keys))
group by exclusions.user_key
having arg_max(exclusions.is_excluded, exclusions.sequence) = 1
