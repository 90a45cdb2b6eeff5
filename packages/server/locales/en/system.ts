/** English words of what the server says of itself. */
export const system = {
  topology:
    'One process serves this installation. Limits and counters are kept in its memory: they begin anew when it starts.',
  topologyPostgres:
    'One process serves this installation, since the events lie in its own file. Limits are kept in PostgreSQL, counters in the memory of the process.',
  topologySeveral:
    'Several processes may serve this installation: they share PostgreSQL and ClickHouse, and limits with them. Counters are those of the process that answers.',
  retention:
    'What is older than its window is erased once a day, events of archived experiments only, and when it is asked for. A window of 0 days keeps for ever.',
} as const
