-- Who was exposed, with all that is known of them; questions go on from here. It is asked in two scopes, which are disjoint.
-- {unlinked}: persons of one id, on the shard where all their rows lie; {apart}: there are links, so linked ids are left
-- out there. {linked}: persons of several ids, whose rows are gathered from every shard. {local} is the suffix of a shard's
-- tables. Lines with {spikes}, {strata}, {values}, {quarters} are there when that is read, one with {covariate} is repeated.
with
person_ids as ( -- {linked}
  select -- {linked}
    identities.anonymous_id as user_id, -- {linked}
    identities.canonical_id as person_id -- {linked}
  from identities -- {linked}
  where visible(identities) -- {linked}
  union all -- {linked}
  select distinct -- {linked}
    identities.canonical_id as user_id, -- {linked}
    identities.canonical_id as person_id -- {linked}
  from identities -- {linked}
  where visible(identities) -- {linked}
), -- {linked}
first_exposures as (
  select
    exposures.user_id as person_id, -- {unlinked}
    exposures.arm as arm, -- {unlinked}
    exposures.client_time as client_time, -- {unlinked}
    exposures.received_at as received_at, -- {unlinked}
    exposures.cluster_id as cluster_id -- {unlinked}
    person_ids.person_id as person_id, -- {linked}
    argMin( -- {linked}
      tuple(exposures.arm, exposures.client_time, exposures.received_at, exposures.cluster_id), -- {linked}
      tuple(coalesce(exposures.client_time, exposures.received_at), exposures.sequence) -- {linked}
    ) as first_exposure, -- {linked}
    first_exposure.1 as arm, -- {linked}
    first_exposure.2 as client_time, -- {linked}
    first_exposure.3 as received_at, -- {linked}
    first_exposure.4 as cluster_id -- {linked}
  from exposures{local} as exposures
  global inner join person_ids on person_ids.user_id = exposures.user_id -- {linked}
  where visible(exposures)
    and exposures.user_id global not in ( -- {apart}
      select arrayJoin([identities.anonymous_id, identities.canonical_id]) -- {apart}
      from identities -- {apart}
      where visible(identities) -- {apart}
    ) -- {apart}
  group by person_ids.person_id -- {linked}
),
excluded_ids as (
  select exclusions.user_id as user_id
  from exclusions{local} as exclusions
  where visible(exclusions)
  group by exclusions.user_id
  having argMax(exclusions.is_excluded, exclusions.sequence) = 1
),
excluded as (
  select distinct
    excluded_ids.user_id as person_id -- {unlinked}
    person_ids.person_id as person_id -- {linked}
  from excluded_ids
  inner join person_ids on person_ids.user_id = excluded_ids.user_id -- {linked}
),
active as ( -- {spikes}
  select -- {spikes}
    conversions.user_id as person_id -- {spikes} {unlinked}
    person_ids.person_id as person_id -- {spikes} {linked}
  from conversions{local} as conversions -- {spikes}
  global inner join person_ids on person_ids.user_id = conversions.user_id -- {spikes} {linked}
  where visible(conversions) -- {spikes}
  group by person_id -- {spikes}
  having count() > {max_events:UInt32} -- {spikes}
), -- {spikes}
active_times as ( -- {spikes}
  select -- {spikes}
    conversions.user_id as person_id, -- {spikes} {unlinked}
    person_ids.person_id as person_id, -- {spikes} {linked}
    arraySort(groupArray(coalesce(conversions.client_time, conversions.received_at))) as times -- {spikes}
  from conversions{local} as conversions -- {spikes}
  global inner join person_ids on person_ids.user_id = conversions.user_id -- {spikes} {linked}
  where visible(conversions) -- {spikes}
    and conversions.user_id global in (select active.person_id from active) -- {spikes} {unlinked}
    and person_ids.person_id global in (select active.person_id from active) -- {spikes} {linked}
  group by person_id -- {spikes}
), -- {spikes}
spiking as ( -- {spikes}
  select active_times.person_id as person_id -- {spikes}
  from active_times -- {spikes}
  where arrayExists( -- {spikes}
    at -> active_times.times[at + {max_events:UInt32}] - active_times.times[at] <= {spike_window_ms:Int64}, -- {spikes}
    range(1, length(active_times.times) - {max_events:UInt32} + 1) -- {spikes}
  ) -- {spikes}
), -- {spikes}
person_strata as ( -- {strata}
  select -- {strata}
    strata.user_id as person_id, -- {strata} {unlinked}
    person_ids.person_id as person_id, -- {strata} {linked}
    argMin( -- {strata}
      toString(strata.stratum), -- {strata}
      corrected_first(strata) -- {strata}
    ) as stratum -- {strata}
  from strata{local} as strata -- {strata}
  global inner join person_ids on person_ids.user_id = strata.user_id -- {strata} {linked}
  where visible(strata) -- {strata}
  group by person_id -- {strata}
), -- {strata}
person_values as ( -- {values}
  select -- {values}
    argMinIf(toNullable(pre_period.value), corrected_first(pre_period), pre_period.covariate = {covariate_{covariate}:String}) as covariate_{covariate},
    pre_period.user_id as person_id -- {values} {unlinked}
    person_ids.person_id as person_id -- {values} {linked}
  from pre_period{local} as pre_period -- {values}
  global inner join person_ids on person_ids.user_id = pre_period.user_id -- {values} {linked}
  where visible(pre_period) -- {values}
  group by person_id -- {values}
), -- {values}
persons as (
  select
    first_exposures.person_id as person_id,
    first_exposures.arm as arm,
    first_exposures.client_time as client_time,
    coalesce(first_exposures.client_time, first_exposures.received_at) as exposed_at,
    toInt64(floor(exposed_at / 86400000)) as exposure_day,
    first_exposures.cluster_id as cluster_id,
    excluded.person_id is not null as is_excluded,
    spiking.person_id is not null and not is_excluded as is_spiking, -- {spikes}
    false as is_spiking, -- {no_spikes}
    person_strata.stratum as stratum, -- {strata}
    cast(null, 'Nullable(String)') as stratum, -- {no_strata}
    person_values.covariate_{covariate} as covariate_{covariate},
    covariate_{quarters} is null ? null : arrayCount(greatest -> greatest < covariate_{quarters}, {quarter_ends:Array(Float64)}) as quarter, -- {quarters}
    cast(null, 'Nullable(UInt8)') as quarter, -- {no_quarters}
    true -- {values}
      and covariate_{covariate} is not null
      as has_all_covariates -- {values}
    false as has_all_covariates -- {no_values}
  from first_exposures
  left join excluded on excluded.person_id = first_exposures.person_id
  left join spiking on spiking.person_id = first_exposures.person_id -- {spikes}
  left join person_strata on person_strata.person_id = first_exposures.person_id -- {strata}
  left join person_values on person_values.person_id = first_exposures.person_id -- {values}
),
counted as (
  select persons.*
  from persons
  where not persons.is_excluded
    and not persons.is_spiking
    and persons.arm between -1 and {arm_count:Int32} - 1
),
exposed_ids as (
  select
    first_exposures.person_id as user_id, -- {unlinked}
    person_ids.user_id as user_id, -- {linked}
    first_exposures.person_id as person_id,
    first_exposures.client_time as client_time
  from first_exposures
  inner join person_ids on person_ids.person_id = first_exposures.person_id -- {linked}
),
counted_ids as (
  select
    exposed_ids.user_id as user_id,
    exposed_ids.person_id as person_id,
    exposed_ids.client_time as client_time,
    counted.arm as arm,
    counted.exposed_at as exposed_at,
    counted.exposure_day as exposure_day
  from exposed_ids
  inner join counted on counted.person_id = exposed_ids.person_id
)
