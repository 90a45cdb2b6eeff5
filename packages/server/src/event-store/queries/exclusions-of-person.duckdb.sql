select
  exclusions.user_key,
  arg_max(exclusions.reason, exclusions.sequence) as reason
from exclusions
where list_contains($user_keys, exclusions.user_key)
group by exclusions.user_key
having arg_max(exclusions.is_excluded, exclusions.sequence) = 1
