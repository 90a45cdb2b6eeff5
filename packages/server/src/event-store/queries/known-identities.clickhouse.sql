-- The links from and to the ids.
select
  identities.anonymous_id,
  identities.canonical_id
from identities
where visible(identities)
  and (identities.anonymous_id in {ids:Array(String)} or identities.canonical_id in {ids:Array(String)})
