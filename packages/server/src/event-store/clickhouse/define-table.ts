import type { EventTable } from './event-tables.ts'
import { onEveryNode, storedTable, type Topology } from './topology.ts'

/** The statements that create the table where it is not there yet: on a cluster, the shards' part and the whole. */
export function defineTable(name: string, table: EventTable, topology: Topology): readonly string[] {
  const everywhere = onEveryNode(topology)
  const columns = Object.entries(table.columns).map(([column, type]) => `${column} ${type}`)
  const stored = `create table if not exists ${topology.database}.${storedTable(name, topology)}${everywhere}
    (${columns.join(', ')})
    engine = ${engineOf(table, topology)}
    order by (${table.orderBy})
    settings ${SETTINGS}`
  if (topology.cluster === null) return [stored]
  const { database, cluster } = topology
  const whole = `create table if not exists ${database}.${name}${everywhere}
    (${columns.join(', ')})
    engine = Distributed('${cluster}', '${database}', '${storedTable(name, topology)}', sipHash64(${table.shardBy}))`
  return [stored, whole]
}

/**
 * An insert is answered after its part and the folder that names it are synced to disk. The newest inserts are known by
 * their tokens, so that one that is sent again is not stored again.
 */
const SETTINGS = 'fsync_after_insert = 1, fsync_part_directory = 1, non_replicated_deduplication_window = 1000'

function engineOf({ newestBy }: EventTable, { isReplicated, cluster }: Topology): string {
  const family = newestBy === undefined ? 'MergeTree' : 'ReplacingMergeTree'
  const version = newestBy === undefined ? [] : [newestBy]
  if (cluster === null || !isReplicated) return `${family}(${version.join()})`
  const replica = [`'/clickhouse/tables/{shard}/{database}/{table}'`, `'{replica}'`]
  return `Replicated${family}(${[...replica, ...version].join(', ')})`
}
