-- Which of the keys are used, for any metric.
select
  idempotency_keys.metric,
  idempotency_keys.idempotency_key
from idempotency_keys
where visible(idempotency_keys)
  and idempotency_keys.idempotency_key in {ids:Array(String)}
