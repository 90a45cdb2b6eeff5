import type { DuckDBConnection } from '@duckdb/node-api'
import { emptyReadout } from '../empty-readout.ts'
import { type Arm, EventStoreUnavailableError } from '../event-store.ts'
import { commitGroup } from './commit-group.ts'
import { DuckDbDatabase } from './duckdb-database.ts'
import { erasePerson, purgeRows } from './erase-rows.ts'
import { schemaOf } from './experiment-schema.ts'
import type { IndexPart } from './index-part.ts'
import { CATALOG } from './open-database.ts'
import { readFirstArm, readFirstCluster } from './read-first-exposure.ts'
import { readIndex } from './read-index.ts'
import { readPerson } from './read-person.ts'
import { EMPTY_COUNTS, readRawCounts } from './read-raw-counts.ts'
import { readReadout } from './read-readout.ts'
import { readRows } from './read-rows.ts'
import { readTimeline } from './read-timeline.ts'
import { RowsErasedError } from './second-snapshot.ts'
import { SequenceMark } from './sequence-mark.ts'
import { findStoredExperiment, readStoredState } from './stored-state.ts'
import type {
  CommitRequest,
  RowsPage,
  StoredExperiment,
  StoredState,
  WorkerCallName,
  WorkerCalls,
  WorkerRequest,
} from './worker-calls.ts'

let opened: DuckDbDatabase | null = null
let mark: SequenceMark | null = null

type Reply = WorkerCalls[WorkerCallName]['reply']

/** What the database thread does for each call; the file is opened by the first one. */
export async function answerCall(call: WorkerRequest, send: (part: IndexPart) => void): Promise<Reply> {
  switch (call.name) {
    case 'open':
      return open(call.request)
    case 'commit':
      return done(commit(call.request))
    case 'load':
      return readExperiment(call.request.experimentId, 0, async (connection, { sequence }) => {
        await readIndex(connection, send)
        return sequence
      })
    case 'countRaw':
      return readExperiment(call.request.experimentId, EMPTY_COUNTS, readRawCounts)
    case 'readout':
      return readExperiment(call.request.experimentId, emptyReadout(call.request), (connection, { sequence }) =>
        readReadout(connection, call.request, sequence),
      )
    case 'timeline':
      return readExperiment(call.request.experimentId, { dataVersion: '0', days: [] }, (connection, { sequence }) =>
        readTimeline(connection, call.request, sequence),
      )
    case 'person':
      return readExperiment(call.request.experimentId, null, connection => readPerson(connection, call.request))
    case 'rows':
      return readExperiment<RowsPage | null>(call.request.experimentId, null, (connection, experiment) =>
        readRows(connection, call.request, experiment),
      )
    case 'erase':
      return done(database().write(connection => erasePerson(connection, call.request)))
    case 'purge':
      return database().write(connection => purgeRows(connection, call.request))
    case 'firstArm':
      return readExperiment<Arm | null>(call.request.experimentId, null, connection =>
        readFirstArm(connection, call.request.userKeys),
      )
    case 'firstCluster':
      return readExperiment<string | null>(call.request.experimentId, null, connection =>
        readFirstCluster(connection, call.request.userKeys),
      )
    case 'deleteExperiment':
      return done(database().write(connection => deleteExperiment(connection, call.request.experimentId)))
    case 'probe':
      return done(database().probe(connection => connection.run('update main.store set probes = probes + 1')))
    case 'close':
      mark?.close()
      return done(database().close())
  }
}

async function open(request: WorkerCalls['open']['request']): Promise<StoredState> {
  const created = new DuckDbDatabase(request)
  const stored = await created.write(connection => readStoredState(connection, request.path))
  opened = created
  mark = new SequenceMark(request.path)
  return stored
}

async function commit(request: CommitRequest): Promise<void> {
  await database().write(connection => commitGroup(connection, request))
  mark?.advance(request.lastSequence)
}

function database(): DuckDbDatabase {
  if (opened === null) throw new EventStoreUnavailableError('The events file is not open.')
  return opened
}

async function done(work: Promise<unknown>): Promise<null> {
  await work
  return null
}

/** Reads one experiment's own tables; one that is deleted meanwhile is absent. */
async function readExperiment<T>(experimentId: string, absent: T, read: ReadStored<T>): Promise<T> {
  try {
    return await database().read(async connection => {
      const experiment = await findStoredExperiment(connection, experimentId)
      if (experiment === null) return absent
      await connection.run(`use ${CATALOG}.${schemaOf(experiment.experimentNumber)}`)
      return read(connection, experiment)
    })
  } catch (error) {
    if (error instanceof RowsErasedError) return readExperiment(experimentId, absent, read)
    const experiment = await database().read(connection => findStoredExperiment(connection, experimentId))
    if (experiment === null) return absent
    throw error
  }
}

type ReadStored<T> = (connection: DuckDBConnection, experiment: StoredExperiment) => Promise<T>

async function deleteExperiment(connection: DuckDBConnection, experimentId: string): Promise<void> {
  const experiment = await findStoredExperiment(connection, experimentId)
  if (experiment === null) return
  await connection.run(`drop schema ${schemaOf(experiment.experimentNumber)} cascade`)
  await connection.run('delete from main.experiments where experiment_id = $experiment_id', {
    experiment_id: experimentId,
  })
}
