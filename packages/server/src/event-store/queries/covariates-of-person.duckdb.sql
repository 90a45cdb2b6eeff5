-- A name of kind 1 is a covariate's; corrections have negative sequences.
select
  names.name,
  arg_min(pre_period.value, pre_period.sequence) as value
from pre_period
inner join names on names.kind = 1 and names.name_key = pre_period.covariate_key
where pre_period.user_key in (select unnest($user_keys))
group by names.name
