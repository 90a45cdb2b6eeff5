-- A page of the covariates between two sequences; corrections have negative ones. A name of kind 1 is a covariate's.
with
page as (
  select *
  from pre_period
  where abs(pre_period.sequence) > $after
    and abs(pre_period.sequence) <= $last
  limit $row_count
)
select
  users.user_id,
  names.name as covariate,
  page.value,
  page.sequence < 0 as is_correction
from page
inner join users on users.user_key = page.user_key
inner join names on names.kind = 1 and names.name_key = page.covariate_key
order by abs(page.sequence)
