-- A page of the links after a sequence.
select
  identities.anonymous_id as anonymous_id,
  identities.canonical_id as canonical_id,
  identities.sequence as sequence
from identities
where visible(identities)
  and identities.sequence > {after:UInt64}
order by identities.sequence
limit {most:UInt32}
