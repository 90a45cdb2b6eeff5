-- A page of the anonymous ids after a sequence that were linked to two persons.
select
  users.user_id as anonymous_id,
  identity_conflicts.sequence::double as sequence
from identity_conflicts
inner join users on users.user_key = identity_conflicts.anonymous_key
where identity_conflicts.sequence > $after
  and identity_conflicts.sequence <= $until
order by identity_conflicts.sequence
limit $most
