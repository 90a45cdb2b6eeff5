-- {end} counts the quarters but for the last.
update persons
set quarter = 0
  + (persons.covariate_{covariate} > $end_{end})::integer
where persons.covariate_{covariate} is not null
