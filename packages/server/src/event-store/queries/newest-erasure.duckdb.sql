select coalesce(max(erasures.sequence), 0)::double as sequence
from erasures
