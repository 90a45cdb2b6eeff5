-- A page of the strata between two sequences; corrections have negative ones. A name of kind 2 is a stratum's.
with
page as (
  select *
  from strata
  where abs(strata.sequence) > $after
    and abs(strata.sequence) <= $last
  limit $row_count
)
select
  users.user_id,
  names.name as stratum,
  page.sequence < 0 as is_correction
from page
inner join users on users.user_key = page.user_key
inner join names on names.kind = 2 and names.name_key = page.stratum_key
order by abs(page.sequence)
