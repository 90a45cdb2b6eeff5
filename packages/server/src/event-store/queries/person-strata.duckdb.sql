-- The stratum of each person, where there are links or corrections; user_key is the person's.
create or replace temp table person_strata as
with
touched as (
  select identities.anonymous_key as user_key
  from identities
  union
  select identities.person_key as user_key
  from identities
  union
  select strata.user_key
  from strata
  where strata.sequence < 0
)
select
  coalesce(identities.person_key, strata.user_key) as user_key,
  arg_min(strata.stratum_key, strata.sequence) as stratum_key,
  min(strata.stratum_key) <> max(strata.stratum_key) and min(strata.sequence) > 0 as is_conflicting
from strata
semi join touched on touched.user_key = strata.user_key
left join identities on identities.anonymous_key = strata.user_key
group by all
union all
select
  strata.user_key,
  strata.stratum_key,
  false as is_conflicting
from strata
anti join touched on touched.user_key = strata.user_key
