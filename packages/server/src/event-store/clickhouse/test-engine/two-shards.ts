import { BOOK_TABLES, EVENT_TABLES, MIGRATIONS_TABLE } from '../event-tables.ts'
import type { TestCluster } from './start-chdb.ts'

/** The engine takes a shard for itself when it has its own port, which nobody listens to, and no database of its own. */
const SHARD = '<shard><replica><host>127.0.0.1</host><port>9123</port></replica></shard>'

/** A cluster of the name two_shards. */
export function twoShards(): TestCluster {
  const tables = Object.entries({ ...EVENT_TABLES, ...BOOK_TABLES, migrations: MIGRATIONS_TABLE })
  return {
    config: `<clickhouse>
      <tcp_port>9123</tcp_port>
      <remote_servers><two_shards>${SHARD}${SHARD}</two_shards></remote_servers>
    </clickhouse>`,
    shardedTables: Object.fromEntries(
      tables.map(([name, { shardBy }]) => [`${name}_local`, `sipHash64(${shardBy}) % 2 + 1`]),
    ),
  }
}
