-- Every id of the persons, where there are links: events join by the id that they were stored under.
create or replace temp table person_ids as
select
  persons.person_key as user_key,
  persons.person_key,
  persons.arm,
  persons.client_time,
  persons.exposed_at,
  persons.exposure_day
from persons
union all
select
  identities.anonymous_key as user_key,
  persons.person_key,
  persons.arm,
  persons.client_time,
  persons.exposed_at,
  persons.exposure_day
from identities
inner join persons on persons.person_key = identities.person_key
