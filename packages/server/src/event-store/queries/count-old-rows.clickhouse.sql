-- Rows that were received before a time; null: none.
select
  (select count() from exposures where visible(exposures) and exposures.received_at < {exposures_before:Nullable(Int64)}) as exposures,
  (select count() from conversions where visible(conversions) and conversions.received_at < {conversions_before:Nullable(Int64)}) as conversions
