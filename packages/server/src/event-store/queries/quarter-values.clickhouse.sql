-- How many treated persons have which value of the covariate that the cells are quartered by.
select
  counted.covariate_{quartered} as value,
  count() as persons
from counted
where counted.arm >= 0
  and counted.covariate_{quartered} is not null
group by value
