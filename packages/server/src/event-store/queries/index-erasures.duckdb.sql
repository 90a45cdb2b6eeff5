select
  0::uinteger as key,
  0::integer as detail,
  encode(erasures.digest) as text
from erasures
where erasures.digest is not null
