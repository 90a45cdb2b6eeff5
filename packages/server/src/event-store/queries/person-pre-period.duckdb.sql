-- The covariates of each person, where there are links or corrections; user_key is the person's.
create or replace temp table person_pre_period as
with
touched as (
  select identities.anonymous_key as user_key
  from identities
  union
  select identities.person_key as user_key
  from identities
  union
  select pre_period.user_key
  from pre_period
  where pre_period.sequence < 0
)
select
  coalesce(identities.person_key, pre_period.user_key) as user_key,
  pre_period.covariate_key,
  arg_min(pre_period.value, pre_period.sequence) as value,
  min(pre_period.value) <> max(pre_period.value) and min(pre_period.sequence) > 0 as is_conflicting
from pre_period
semi join touched on touched.user_key = pre_period.user_key
left join identities on identities.anonymous_key = pre_period.user_key
group by all
union all
select
  pre_period.user_key,
  pre_period.covariate_key,
  pre_period.value,
  false as is_conflicting
from pre_period
anti join touched on touched.user_key = pre_period.user_key
