select
  conversions.metric_key as key,
  0::integer as detail,
  encode(conversions.idempotency_key) as text
from conversions
where conversions.idempotency_key is not null
