create or replace temp table outcomes(place utinyint, person_key uinteger, outcome double)
