-- The range of each quarter among the treated persons.
select
  persons.quarter,
  min(persons.covariate_{covariate}) as least,
  max(persons.covariate_{covariate}) as greatest
from persons
where persons.arm >= 0
  and persons.quarter is not null
group by persons.quarter
order by persons.quarter
