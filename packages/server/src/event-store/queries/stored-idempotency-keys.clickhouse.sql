-- The keys of the conversions of a page, which have the sequence of their conversion.
select
  idempotency_keys.idempotency_key as idempotency_key,
  idempotency_keys.sequence as sequence
from idempotency_keys
where visible(idempotency_keys)
  and idempotency_keys.sequence > {after:UInt64}
  and idempotency_keys.sequence <= {last:UInt64}
