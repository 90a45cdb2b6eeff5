select
  names.name_key as key,
  names.kind::integer as detail,
  encode(names.name) as text
from names
