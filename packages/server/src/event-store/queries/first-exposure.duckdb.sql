select arg_min(exposures.received_at, exposures.sequence)::double as received_at
from exposures
