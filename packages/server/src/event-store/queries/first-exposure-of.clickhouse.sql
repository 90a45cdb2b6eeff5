-- The first exposure of a user's person.
with
persons as (
  select identities.canonical_id as person_id
  from identities
  where visible(identities)
    and identities.anonymous_id = {user_id:String}
  union all
  select {user_id:String} as person_id
),
ids as (
  select persons.person_id as user_id
  from persons
  union all
  select identities.anonymous_id as user_id
  from identities
  where visible(identities)
    and identities.canonical_id global in (select persons.person_id from persons)
)
select
  exposures.arm,
  exposures.cluster_id
from exposures
where visible(exposures)
  and exposures.user_id global in (select ids.user_id from ids)
order by
  coalesce(exposures.client_time, exposures.received_at),
  exposures.sequence
limit 1
