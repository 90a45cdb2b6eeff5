-- $users persons in two arms with $events conversions of $metrics metrics in random order, one covariate and five strata;
-- 3 in 100 exposures and events are without client time. User 0 and the names are there already.
insert into names
select 2, i, 's' || i
from range(1, 5) as numbers(i);

insert into users
select i, md5(i::varchar)
from range(1, $users) as numbers(i);

insert into exposures
select
  i,
  hash(i) % 2,
  case when hash(i + 1) % 100 >= 3 then 1700000000000 + i * 1000 end,
  1700000000500 + i * 1000,
  100 + i
from range(1, $users) as numbers(i);

insert into conversions
select
  hash(i) % $users,
  hash(i + 7777777) % $metrics,
  (hash(i + 99999) % 1000) / 100.0,
  case when hash(i + 1) % 100 >= 3 then 1700000000000 + (hash(i) % $users) * 1000 + hash(i + 5)::hugeint % 1500000000 - 10000000 end,
  1700000000000 + i * 100,
  100 + $users + i,
  null
from range($events) as numbers(i);

insert into pre_period
select i, 0, (hash(i + 3) % 1000) / 10.0, 0, 100 + $users + $events + i
from range(1, $users) as numbers(i);

insert into strata
select i, hash(i + 9) % 5, 0, 100 + 2 * $users + $events + i
from range(1, $users) as numbers(i);

update main.experiments
set sequence = 100 + 3 * $users + $events;

update main.store
set last_sequence = 100 + 3 * $users + $events;
