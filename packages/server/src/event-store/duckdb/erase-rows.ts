import { BIGINT, type DuckDBConnection, LIST, listValue, UINTEGER, VARCHAR } from '@duckdb/node-api'
import type { PurgedRows } from '../event-store.ts'
import { schemaOf } from './experiment-schema.ts'
import { readQuery } from './read-query.ts'
import { numberOf, selectRows } from './run-query.ts'
import { findStoredExperiment } from './stored-state.ts'
import type { EraseRequest, PurgeRequest } from './worker-calls.ts'

const ERASE_PERSON = readQuery('erase-person')

/** Takes the rows of a person out, and leaves digests in the place of its ids: keys have to stay dense. */
export async function erasePerson(connection: DuckDBConnection, request: EraseRequest): Promise<void> {
  const { experimentId, sequence, users } = request
  const experiment = await findStoredExperiment(connection, experimentId)
  if (experiment === null) return
  const schema = schemaOf(experiment.experimentNumber)
  const userKeys = { user_keys: listValue(users.map(({ userKey }) => userKey)) }
  const digests = { digests: listValue(users.map(({ digest }) => digest)) }
  const types = { user_keys: LIST(UINTEGER), digests: LIST(VARCHAR) }
  for (const statement of ERASE_PERSON.split(';')) await connection.run(inSchema(statement, schema), userKeys, types)
  await connection.run(
    `update ${schema}.users set user_id = 'erased:' || erased.digest
     from (select unnest($user_keys) as user_key, unnest($digests) as digest) as erased
     where erased.user_key = users.user_key`,
    { ...userKeys, ...digests },
    types,
  )
  await connection.run(
    `insert into ${schema}.erasures select unnest($digests), $sequence`,
    { ...digests, sequence: BigInt(sequence) },
    { digests: types.digests, sequence: BIGINT },
  )
  await touch(connection, experimentId, sequence)
}

/** Counts the rows that are too old, and takes them out unless it is a dry run. */
export async function purgeRows(connection: DuckDBConnection, request: PurgeRequest): Promise<PurgedRows> {
  const { experimentId, sequence, exposuresBefore, conversionsBefore, isDryRun } = request
  const experiment = await findStoredExperiment(connection, experimentId)
  if (experiment === null) return { exposures: 0, conversions: 0 }
  const schema = schemaOf(experiment.experimentNumber)
  const purged = {
    exposures: await countBefore(connection, `${schema}.exposures`, exposuresBefore),
    conversions: await countBefore(connection, `${schema}.conversions`, conversionsBefore),
  }
  if (isDryRun || purged.exposures + purged.conversions === 0) return purged
  if (purged.exposures > 0) await deleteExposures(connection, schema, exposuresBefore!)
  if (purged.conversions > 0) await deleteBefore(connection, `${schema}.conversions`, conversionsBefore!)
  const mark = { sequence: BigInt(sequence) }
  await connection.run(`insert into ${schema}.erasures values (null, $sequence)`, mark)
  await touch(connection, experimentId, sequence)
  return purged
}

function inSchema(statement: string, schema: string): string {
  return statement.replace('delete from ', `delete from ${schema}.`)
}

async function touch(connection: DuckDBConnection, experimentId: string, sequence: number): Promise<void> {
  const values = { sequence: BigInt(sequence) }
  await connection.run('update main.experiments set sequence = $sequence where experiment_id = $experiment_id', {
    ...values,
    experiment_id: experimentId,
  })
  await connection.run('update main.store set last_sequence = greatest(last_sequence, $sequence)', values)
}

async function countBefore(connection: DuckDBConnection, table: string, before: number | null): Promise<number> {
  if (before === null) return 0
  const sql = `select count(*)::double as rows from ${table} where received_at < $before`
  const [row] = await selectRows(connection, sql, { before: BigInt(before) })
  return numberOf(row!, 'rows')
}

async function deleteExposures(connection: DuckDBConnection, schema: string, before: number): Promise<void> {
  const clusters = `${schema}.clusters`
  await connection.run(
    `delete from ${clusters} using ${schema}.exposures
     where exposures.user_key = clusters.user_key and exposures.received_at < $before`,
    { before: BigInt(before) },
  )
  await deleteBefore(connection, `${schema}.exposures`, before)
}

async function deleteBefore(connection: DuckDBConnection, table: string, before: number): Promise<void> {
  await connection.run(`delete from ${table} where received_at < $before`, { before: BigInt(before) })
}
