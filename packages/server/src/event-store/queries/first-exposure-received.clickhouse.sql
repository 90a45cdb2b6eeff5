-- When the first exposure that was stored was received, and how many identity links there are.
select
  (select argMin(toNullable(exposures.received_at), exposures.sequence) from exposures where visible(exposures)) as received_at,
  (select count() from identities where visible(identities)) as links
