-- What the links fold together, and where the folded rows disagree.
with
person_ids as (
  select
    identities.anonymous_id as user_id,
    identities.canonical_id as person_id
  from identities
  where visible(identities)
  union all
  select distinct
    identities.canonical_id as user_id,
    identities.canonical_id as person_id
  from identities
  where visible(identities)
),
exposed as (
  select
    person_ids.person_id as person_id,
    count() as ids,
    uniqExactIf(exposures.arm, exposures.arm between 0 and {arm_count:Int32} - 1) as known_arms,
    countIf(exposures.arm = -1) as held_out,
    countIf(person_ids.user_id <> person_ids.person_id) as folded
  from exposures
  global inner join person_ids on person_ids.user_id = exposures.user_id
  where visible(exposures)
  group by person_ids.person_id
),
folded_conversions as (
  select count() as folded
  from conversions
  where visible(conversions)
    and conversions.user_id global in (
      select identities.anonymous_id
      from identities
      where visible(identities)
    )
),
stratified as (
  select
    person_ids.person_id as person_id,
    uniqExact(strata.stratum) as strata,
    max(strata.is_correction) as is_corrected
  from strata
  global inner join person_ids on person_ids.user_id = strata.user_id
  where visible(strata)
  group by person_ids.person_id
),
measured as (
  select
    person_ids.person_id as person_id,
    min(pre_period.value) <> max(pre_period.value) as is_conflicting,
    max(pre_period.is_correction) as is_corrected
  from pre_period
  global inner join person_ids on person_ids.user_id = pre_period.user_id
  where visible(pre_period)
  group by
    person_ids.person_id,
    pre_period.covariate
),
in_conflict as (
  select uniqExact(person_ids.person_id) as persons
  from identity_conflicts
  global inner join person_ids on person_ids.user_id = identity_conflicts.anonymous_id
  where visible(identity_conflicts)
)
select
  (select sum(exposed.folded) from exposed) + (select folded_conversions.folded from folded_conversions) as folded_events,
  (select countIf(exposed.ids > 1) from exposed) as merged,
  (select countIf(exposed.known_arms > 1) from exposed) as several_arms,
  (select countIf(exposed.known_arms > 0 and exposed.held_out > 0) from exposed) as treated_and_held_out,
  (select countIf(stratified.strata > 1 and stratified.is_corrected = 0) from stratified) as several_strata,
  (select uniqExactIf(measured.person_id, measured.is_conflicting and measured.is_corrected = 0) from measured) as covariate,
  (select in_conflict.persons from in_conflict) as identity
