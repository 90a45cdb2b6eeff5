-- What the links fold together, and where the folded rows disagree.
with
folded_exposures as (
  select count(*) as rows
  from exposures
  semi join identities on identities.anonymous_key = exposures.user_key
),
folded_conversions as (
  select count(*) as rows
  from conversions
  semi join identities on identities.anonymous_key = conversions.user_key
),
exposed as (
  select
    count(*) filter (where person_exposures.ids > 1) as merged,
    count(*) filter (where person_exposures.has_several_arms) as several_arms,
    count(*) filter (where person_exposures.is_treated_and_held_out) as treated_and_held_out
  from person_exposures
),
identity_conflict as (
  select count(distinct identities.person_key) as persons
  from identities
  semi join identity_conflicts on identity_conflicts.anonymous_key = identities.anonymous_key
)
select
  (select count(*)::double from identities) as links,
  (folded_exposures.rows + folded_conversions.rows)::double as folded_events,
  exposed.merged::double as merged,
  exposed.several_arms::double as several_arms,
  exposed.treated_and_held_out::double as treated_and_held_out,
  (select count(*)::double from person_strata where person_strata.is_conflicting) as several_strata,
  (select count(distinct person_pre_period.user_key)::double from person_pre_period where person_pre_period.is_conflicting) as covariate,
  identity_conflict.persons::double as identity
from folded_exposures, folded_conversions, exposed, identity_conflict
