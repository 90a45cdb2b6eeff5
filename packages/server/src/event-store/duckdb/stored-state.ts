import type { DuckDBConnection } from '@duckdb/node-api'
import { createTables, schemaOf } from './experiment-schema.ts'
import { unusable } from './open-database.ts'
import { numberOf, selectRows, textOf } from './run-query.ts'
import type { StoredExperiment, StoredState } from './worker-calls.ts'

const FORMAT_VERSION = 3
/** 1 had no links and no exclusions, 2 no erasures. */
const OLD_VERSIONS: readonly unknown[] = [1, 2]

/** What the file holds; a new file gets its tables first. */
export async function readStoredState(connection: DuckDBConnection, path: string): Promise<StoredState> {
  const tables = await selectRows(
    connection,
    'select table_name from duckdb_tables() where database_name = current_database()',
  )
  if (tables.length === 0) await createStore(connection)
  else if (!tables.some(row => row.table_name === 'store')) throw unusable(path, 'is a DuckDB file of something else')
  const [store] = await selectRows(
    connection,
    'select format_version, last_sequence::double as last_sequence, last_experiment_number from main.store',
  )
  if (OLD_VERSIONS.includes(store?.format_version)) await upgrade(connection)
  else if (store?.format_version !== FORMAT_VERSION)
    throw unusable(path, 'was written by another version of this program')
  return {
    lastSequence: numberOf(store!, 'last_sequence'),
    lastExperimentNumber: numberOf(store!, 'last_experiment_number'),
    experiments: await readExperiments(connection),
  }
}

/** Of the newest row that was ever committed; 0 in a file without tables. */
export async function readLastSequence(connection: DuckDBConnection): Promise<number> {
  const isOurs = `database_name = current_database() and schema_name = 'main' and table_name = 'store'`
  const tables = await selectRows(connection, `select table_name from duckdb_tables() where ${isOurs}`)
  if (tables.length === 0) return 0
  const stores = await selectRows(connection, 'select last_sequence::double as last_sequence from main.store')
  return stores.map(store => numberOf(store, 'last_sequence'))[0] ?? 0
}

export async function findStoredExperiment(
  connection: DuckDBConnection,
  experimentId: string,
): Promise<StoredExperiment | null> {
  const rows = await selectRows(connection, `${SELECT_EXPERIMENTS} where experiment_id = $experiment_id`, {
    experiment_id: experimentId,
  })
  return rows.map(toStoredExperiment)[0] ?? null
}

const SELECT_EXPERIMENTS = `
  select experiment_number, experiment_id, sequence::double as sequence
  from main.experiments`

async function createStore(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    create table main.store(format_version integer, last_sequence bigint, last_experiment_number integer, probes bigint);
    create table main.experiments(experiment_number integer, experiment_id varchar, sequence bigint);
    insert into main.store values (${FORMAT_VERSION}, 0, 0, 0);
  `)
}

async function upgrade(connection: DuckDBConnection): Promise<void> {
  for (const { experimentNumber } of await readExperiments(connection)) {
    await createTables(connection, schemaOf(experimentNumber))
  }
  await connection.run(`update main.store set format_version = ${FORMAT_VERSION}`)
}

async function readExperiments(connection: DuckDBConnection): Promise<StoredExperiment[]> {
  const rows = await selectRows(connection, SELECT_EXPERIMENTS)
  return rows.map(toStoredExperiment)
}

function toStoredExperiment(row: Parameters<typeof numberOf>[0]): StoredExperiment {
  return {
    experimentNumber: numberOf(row, 'experiment_number'),
    experimentId: textOf(row, 'experiment_id'),
    sequence: numberOf(row, 'sequence'),
  }
}
