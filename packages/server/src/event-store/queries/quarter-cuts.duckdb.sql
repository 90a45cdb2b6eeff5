-- The greatest value of each quarter of the treated persons.
select
  quantile_disc(persons.covariate_{covariate}, [0.25, 0.5, 0.75, 1]) as ends
from persons
where persons.arm >= 0
  and persons.covariate_{covariate} is not null
