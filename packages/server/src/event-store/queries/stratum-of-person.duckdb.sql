-- A name of kind 2 is a stratum's; corrections have negative sequences.
select arg_min(names.name, strata.sequence) as name
from strata
inner join names on names.kind = 2 and names.name_key = strata.stratum_key
where strata.user_key in (select unnest($user_keys))
