-- Which of the names are recorded, of any kind.
select
  names.kind,
  names.name
from names
where visible(names)
  and names.name in {ids:Array(String)}
