select
  identities.anonymous_key as key,
  identities.person_key::integer as detail,
  null::blob as text
from identities
