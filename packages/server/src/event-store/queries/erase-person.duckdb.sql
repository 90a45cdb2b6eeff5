delete from exposures where exposures.user_key in (select unnest($user_keys));
delete from clusters where clusters.user_key in (select unnest($user_keys));
delete from conversions where conversions.user_key in (select unnest($user_keys));
delete from pre_period where pre_period.user_key in (select unnest($user_keys));
delete from strata where strata.user_key in (select unnest($user_keys));
delete from exclusions where exclusions.user_key in (select unnest($user_keys));
delete from identities where identities.anonymous_key in (select unnest($user_keys));
delete from identity_conflicts where identity_conflicts.anonymous_key in (select unnest($user_keys))
