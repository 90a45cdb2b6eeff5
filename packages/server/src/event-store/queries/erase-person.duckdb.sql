delete from exposures where list_contains($user_keys, exposures.user_key);
delete from clusters where list_contains($user_keys, clusters.user_key);
delete from conversions where list_contains($user_keys, conversions.user_key);
delete from pre_period where list_contains($user_keys, pre_period.user_key);
delete from strata where list_contains($user_keys, strata.user_key);
delete from exclusions where list_contains($user_keys, exclusions.user_key);
delete from identities where list_contains($user_keys, identities.anonymous_key);
delete from identity_conflicts where list_contains($user_keys, identity_conflicts.anonymous_key)
