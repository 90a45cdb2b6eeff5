-- A page of the anonymous ids after a sequence that were linked to two persons.
select
  identity_conflicts.anonymous_id as anonymous_id,
  identity_conflicts.sequence as sequence
from identity_conflicts
where visible(identity_conflicts)
  and identity_conflicts.sequence > {after:UInt64}
order by identity_conflicts.sequence
limit {most:UInt32}
