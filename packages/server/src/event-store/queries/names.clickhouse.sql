-- How many names of each kind there are, and which: {most} of them at most.
select
  names.kind as kind,
  uniqExact(names.name) as count,
  groupUniqArray({most})(names.name) as names
from names
where visible(names)
group by names.kind
