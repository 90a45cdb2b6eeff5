-- All ids of a user's person, the canonical one first, then in the order in which they were linked.
with
canonical as (
  select coalesce(
    (
      select any(toNullable(identities.canonical_id))
      from identities
      where visible(identities)
        and identities.anonymous_id = {user_id:String}
    ),
    {user_id:String}
  ) as id
)
select
  ids.id as id
from (
  select
    canonical.id as id,
    toUInt64(0) as place
  from canonical
  union all
  select
    identities.anonymous_id as id,
    identities.sequence as place
  from identities
  where visible(identities)
    and identities.canonical_id global in (select canonical.id from canonical)
) as ids
order by ids.place
