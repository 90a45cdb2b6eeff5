select
  names.name_key,
  names.name
from names
where names.kind = $kind
  and ($wanted is null or list_contains($wanted, names.name))
