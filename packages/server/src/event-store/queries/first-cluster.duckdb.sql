-- The cluster of the first exposure among a few user keys.
select names.name
from exposures
left join clusters on clusters.user_key = exposures.user_key
left join names on names.kind = 3 and names.name_key = clusters.cluster_key
where exposures.user_key in (select unnest($user_keys))
order by coalesce(exposures.client_time, exposures.received_at), exposures.sequence
limit 1
