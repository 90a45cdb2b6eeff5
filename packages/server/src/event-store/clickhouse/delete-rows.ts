import type { ClickHousePort, Parameters } from './clickhouse-port.ts'
import { EVENT_TABLE_NAMES, type EventTableName } from './event-tables.ts'
import { onEveryNode, storedTable, type Topology } from './topology.ts'

/** Takes rows of an experiment out of the tables that hold such rows; done when it resolves. */
export async function deleteRows(
  port: ClickHousePort,
  topology: Topology,
  experimentId: string,
  conditions: Partial<Readonly<Record<EventTableName, string>>> | null = null,
  parameters: Parameters = {},
): Promise<void> {
  const wanted = EVENT_TABLE_NAMES.filter(table => conditions === null || conditions[table] !== undefined).map(
    table => {
      const condition = conditions?.[table] ?? '1'
      return [table, `${ALL_ROWS} and (${condition})`] as const
    },
  )
  const values = { ...parameters, experiment_id: experimentId }
  const counts = wanted.map(
    ([table, condition]) => `select '${table}' as held from ${table} where ${condition} limit 1`,
  )
  const held = new Set((await port.select(counts.join(' union all '), values)).map(row => row.held))
  for (const [table, condition] of wanted) {
    if (!held.has(table)) continue
    const where = `${storedTable(table, topology)}${onEveryNode(topology)}`
    await port.command(`alter table ${where} delete where ${condition}`, values)
  }
}

const ALL_ROWS = 'experiment_id = {experiment_id:String}'
