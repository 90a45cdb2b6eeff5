import { BIGINT, type DuckDBConnection } from '@duckdb/node-api'
import { appendTable } from './append-table.ts'
import { createTables, schemaOf } from './experiment-schema.ts'
import type { CommitRequest, ExperimentWrite } from './worker-calls.ts'

/** Writes the rows of a group; the caller's transaction makes them durable together. */
export async function commitGroup(connection: DuckDBConnection, request: CommitRequest): Promise<void> {
  for (const experiment of request.experiments) await writeExperiment(connection, experiment)
  await connection.run(
    'update main.store set last_sequence = $sequence, last_experiment_number = $experiment_number',
    { sequence: BigInt(request.lastSequence), experiment_number: request.lastExperimentNumber },
    { sequence: BIGINT },
  )
}

async function writeExperiment(connection: DuckDBConnection, experiment: ExperimentWrite): Promise<void> {
  const { experimentNumber, isNew, tables } = experiment
  const schema = schemaOf(experimentNumber)
  if (isNew) await connection.run(`create schema ${schema}`)
  if (isNew) await createTables(connection, schema)
  for (const table of tables) await appendTable(connection, schema, table)
  await (isNew ? insertExperiment(connection, experiment) : updateExperiment(connection, experiment))
}

async function insertExperiment(connection: DuckDBConnection, experiment: ExperimentWrite): Promise<void> {
  const { experimentNumber, experimentId, sequence } = experiment
  await connection.run('insert into main.experiments values ($experiment_number, $experiment_id, $sequence)', {
    experiment_number: experimentNumber,
    experiment_id: experimentId,
    sequence: BigInt(sequence),
  })
}

async function updateExperiment(connection: DuckDBConnection, experiment: ExperimentWrite): Promise<void> {
  const { experimentNumber, sequence } = experiment
  await connection.run(
    'update main.experiments set sequence = $sequence where experiment_number = $experiment_number',
    {
      experiment_number: experimentNumber,
      sequence: BigInt(sequence),
    },
  )
}
