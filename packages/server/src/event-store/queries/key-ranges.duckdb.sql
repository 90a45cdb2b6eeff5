-- Answered from the tables' statistics.
select
  (select coalesce(max(users.user_key), 0)::double from users) as greatest_user_key,
  (select coalesce(min(conversions.value), 0) from conversions) as least_value,
  (select count(*)::double from identities) as links,
  (select coalesce(min(strata.sequence), 0)::double from strata) as least_stratum_sequence,
  (select coalesce(min(pre_period.sequence), 0)::double from pre_period) as least_pre_period_sequence
