-- A line with {linked} is there only when the experiment has identity links, one with {unlinked} only when it has none.
select
  exposures.arm,
  count(*)::double as persons
from exposures -- {unlinked}
from person_exposures as exposures -- {linked}
group by exposures.arm
