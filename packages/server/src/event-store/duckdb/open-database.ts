import { existsSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { EventStoreUnavailableError } from '../event-store.ts'
import { markPathOf, readMark } from './sequence-mark.ts'
import type { OpenRequest } from './worker-calls.ts'

/** The database's name within DuckDB; the file's own would clash with a schema's when it is called, say, e1.duckdb. */
export const CATALOG = 'events'

/** More would not read faster, and each takes memory of its own for grouping. */
const MOST_THREADS = 8
/** Measured: 16 MiB costs a sixth of the ingestion rate, 256 MiB gains a tenth but has four times the log to replay at start. */
const CHECKPOINT_THRESHOLD = '64MiB'

/** Opens the file, or creates it where there is none. What looks damaged is refused, never written over. */
export async function openDatabase(request: OpenRequest): Promise<DuckDBInstance> {
  const { path } = request
  refuseDamaged(path)
  const instance = await DuckDBInstance.create(':memory:', settingsOf(request))
  try {
    const connection = await instance.connect()
    // Else a file that is refused would be written to as it is let go, and its log deleted.
    await connection.run('pragma disable_checkpoint_on_shutdown')
    await connection.run(`attach '${path.replaceAll("'", "''")}' as ${CATALOG}`)
    connection.closeSync()
    return instance
  } catch (error) {
    instance.closeSync()
    const reason = error instanceof Error ? error.message : String(error)
    throw unusable(path, `can not be opened (${reason}). If another process holds it, stop that one`, error)
  }
}

export function unusable(path: string, complaint: string, cause?: unknown): EventStoreUnavailableError {
  return new EventStoreUnavailableError(
    `The events file ${path} ${complaint}. Else restore it from a backup, or move it away to start with an empty one.`,
    { cause },
  )
}

/** Refuses a file that ends before what was acknowledged; `lastSequence` is what it ends with. */
export function refuseShortened(path: string, lastSequence: number): void {
  const acknowledged = readMark(path)
  if (lastSequence >= acknowledged) return
  const complaint = `has lost acknowledged events: it ends at row ${lastSequence}, and ${acknowledged} were acknowledged`
  throw unusable(path, `${complaint}. ${GO_ON}`)
}

const GO_ON = 'To go on with what is there, remove the mark'

function refuseDamaged(path: string): void {
  if (!existsSync(dirname(path))) {
    throw new EventStoreUnavailableError(`The folder of the events file ${path} does not exist. Create it.`)
  }
  if (!existsSync(path) && existsSync(`${path}.wal`)) {
    throw unusable(path, `is missing, but its log ${path}.wal is there`)
  }
  if (Number.isNaN(readMark(path)))
    throw unusable(path, `has a mark ${markPathOf(path)} that can not be read. ${GO_ON}`)
  if (!existsSync(path) && readMark(path) > 0) {
    throw unusable(path, `is missing, but its mark ${markPathOf(path)} says that it held events. ${GO_ON}`)
  }
  if (existsSync(path) && statSync(path).size === 0) throw unusable(path, 'is empty')
}

function settingsOf({ memoryLimit, tempDirectory }: OpenRequest): Record<string, string> {
  return {
    memory_limit: memoryLimit,
    temp_directory: tempDirectory,
    threads: String(Math.min(MOST_THREADS, availableParallelism())),
    checkpoint_threshold: CHECKPOINT_THRESHOLD,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  }
}
