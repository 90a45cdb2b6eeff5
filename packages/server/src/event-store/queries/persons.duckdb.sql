-- The population with the holdout, resolved once. A line with {linked} is there only when the experiment has identity links,
-- one with {unlinked} only when it has none; {folded_strata} and {folded_values} when there are links or corrections,
-- {plain_strata} and {plain_values} when there is neither, {clustered} when clusters are read. A line with {covariate} is
-- repeated for each covariate.
create or replace temp table persons as
select
  exposures.user_key as person_key,
  exposures.arm,
  exposures.client_time,
  coalesce(exposures.client_time, exposures.received_at) as exposed_at,
  floor(exposed_at / 86400000)::integer as exposure_day,
  null::utinyint as quarter,
  clusters.cluster_key, -- {clustered}
  strata.stratum_key,
  covariate_{covariate}.value as covariate_{covariate},
  $has_covariates
    and covariate_{covariate}.value is not null
    as has_all_covariates
from exposures -- {unlinked}
from person_exposures as exposures -- {linked}
anti join left_out on left_out.person_key = exposures.user_key
left join clusters on clusters.user_key = exposures.exposed_key -- {clustered_linked}
left join clusters on clusters.user_key = exposures.user_key -- {clustered_unlinked}
left join strata on strata.user_key = exposures.user_key and $has_strata -- {plain_strata}
left join person_strata as strata on strata.user_key = exposures.user_key and $has_strata -- {folded_strata}
left join pre_period as covariate_{covariate} on covariate_{covariate}.user_key = exposures.user_key and covariate_{covariate}.covariate_key = $covariate_{covariate} -- {plain_values}
left join person_pre_period as covariate_{covariate} on covariate_{covariate}.user_key = exposures.user_key and covariate_{covariate}.covariate_key = $covariate_{covariate} -- {folded_values}
where exposures.arm between -1 and $arm_count - 1
