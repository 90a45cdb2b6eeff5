-- Which of the ids, by their digests, belong to persons who were erased.
select
  erasures.digest
from erasures
where visible(erasures)
  and erasures.digest in {ids:Array(String)}
