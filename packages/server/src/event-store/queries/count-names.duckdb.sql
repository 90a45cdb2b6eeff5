select
  names.kind,
  count(*)::double as names
from names
group by names.kind
