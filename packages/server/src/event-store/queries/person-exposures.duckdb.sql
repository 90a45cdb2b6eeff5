-- Of the exposures of all ids of a person the first, where there are links; user_key is the person's, exposed_key
-- that of the first exposure.
create or replace temp table person_exposures as
with
linked as (
  select identities.anonymous_key as user_key
  from identities
  union
  select identities.person_key as user_key
  from identities
),
folded as (
  select
    coalesce(identities.person_key, exposures.user_key) as user_key,
    count(*) as ids,
    arg_min(
      {
        'user_key': exposures.user_key,
        'arm': exposures.arm,
        'client_time': exposures.client_time,
        'received_at': exposures.received_at
      },
      (coalesce(exposures.client_time, exposures.received_at), exposures.sequence)
    ) as first_exposure,
    min(exposures.arm) filter (where exposures.arm between 0 and $arm_count - 1) as least_arm,
    max(exposures.arm) filter (where exposures.arm between 0 and $arm_count - 1) as greatest_arm,
    bool_or(exposures.arm = -1) as is_held_out
  from exposures
  semi join linked on linked.user_key = exposures.user_key
  left join identities on identities.anonymous_key = exposures.user_key
  group by all
)
select
  folded.user_key,
  folded.first_exposure.user_key as exposed_key,
  folded.first_exposure.arm as arm,
  folded.first_exposure.client_time as client_time,
  folded.first_exposure.received_at as received_at,
  folded.ids,
  coalesce(folded.least_arm <> folded.greatest_arm, false) as has_several_arms,
  folded.is_held_out and folded.least_arm is not null as is_treated_and_held_out
from folded
union all
select
  exposures.user_key,
  exposures.user_key as exposed_key,
  exposures.arm,
  exposures.client_time,
  exposures.received_at,
  1 as ids,
  false as has_several_arms,
  false as is_treated_and_held_out
from exposures
anti join linked on linked.user_key = exposures.user_key
