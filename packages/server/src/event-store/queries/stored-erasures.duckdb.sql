-- A page of the digests between two sequences; a purge has left none.
with
page as (
  select *
  from erasures
  where erasures.sequence > $after
    and erasures.sequence <= $last
  limit $row_count
)
select
  page.digest
from page
where page.digest is not null
order by page.sequence
