-- A line with {linked} is there only when the experiment has identity links, one with {unlinked} only when it has none.
create or replace temp table left_out as
with
excluded as (
  select exclusions.user_key
  from exclusions
  group by exclusions.user_key
  having arg_max(exclusions.is_excluded, exclusions.sequence) = 1
)
select distinct
  excluded.user_key as person_key, -- {unlinked}
  coalesce(identities.person_key, excluded.user_key) as person_key, -- {linked}
  true as is_manual
from excluded
left join identities on identities.anonymous_key = excluded.user_key -- {linked}
