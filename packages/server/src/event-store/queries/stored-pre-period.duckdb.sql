-- A page of the covariates after a sequence; corrections have negative ones. A name of kind 1 is a covariate's.
with
page as (
  select *
  from pre_period
  where abs(pre_period.sequence) > $after
    and abs(pre_period.sequence) <= $until
  order by abs(pre_period.sequence)
  limit $most
)
select
  users.user_id,
  names.name as covariate,
  page.value,
  page.sequence < 0 as is_correction,
  abs(page.sequence)::double as sequence
from page
inner join users on users.user_key = page.user_key
inner join names on names.kind = 1 and names.name_key = page.covariate_key
order by abs(page.sequence)
