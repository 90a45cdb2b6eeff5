-- A page of the strata after a sequence.
select
  strata.user_id as user_id,
  toString(strata.stratum) as stratum,
  strata.is_correction as is_correction,
  strata.sequence as sequence
from strata
where visible(strata)
  and strata.sequence > {after:UInt64}
order by strata.sequence
limit {most:UInt32}
