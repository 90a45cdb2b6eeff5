select
  identity_conflicts.anonymous_key as key,
  0::integer as detail,
  null::blob as text
from identity_conflicts
