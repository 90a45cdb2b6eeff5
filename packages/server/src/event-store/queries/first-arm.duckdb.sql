-- The arm of the first exposure among a few user keys.
select arg_min(exposures.arm, (coalesce(exposures.client_time, exposures.received_at), exposures.sequence)) as arm
from exposures
where exposures.user_key in (select unnest($user_keys))
