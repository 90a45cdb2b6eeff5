-- A page of the digests after a sequence; those of one person have the same.
select
  erasures.digest as digest,
  erasures.sequence as sequence
from erasures
where visible(erasures)
  and erasures.sequence > {after:UInt64}
order by erasures.sequence
limit {most:UInt32} with ties
