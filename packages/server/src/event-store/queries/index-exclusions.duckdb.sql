select
  exclusions.user_key as key,
  0::integer as detail,
  null::blob as text
from exclusions
group by exclusions.user_key
having arg_max(exclusions.is_excluded, exclusions.sequence) = 1
