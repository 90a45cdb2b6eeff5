-- A page of the links after a sequence.
select
  anonymous.user_id as anonymous_id,
  persons.user_id as canonical_id,
  identities.sequence::double as sequence
from identities
inner join users as anonymous on anonymous.user_key = identities.anonymous_key
inner join users as persons on persons.user_key = identities.person_key
where identities.sequence > $after
  and identities.sequence <= $until
order by identities.sequence
limit $most
