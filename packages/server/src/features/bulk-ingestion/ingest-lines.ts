import type { Static } from 'typebox'
import { isoTime } from '../../clock.ts'
import type { Session } from '../../http/auth.ts'
import { toHttpError } from '../../http/error-envelope.ts'
import type { LineBlock } from '../../http/line-blocks.ts'
import type { Project } from '../projects/project.ts'
import { readChunk } from './bulk-chunk.ts'
import type { BulkDeps } from './bulk-deps.ts'
import type { BulkResultResponse } from './bulk-schema.ts'
import { BulkTally } from './bulk-tally.ts'
import type { LineReader } from './line-reader.ts'
import { type Outcome, submitChunk } from './submit-chunk.ts'

export type BulkResult = Static<typeof BulkResultResponse>

export interface BulkCaller {
  readonly session: Session
  readonly requestId: string
  readonly clientAddress: string
  lines(): AsyncIterable<LineBlock>
}

/** So many chunks may wait for their commit while the next one is read: a slow disk needs them. */
const MOST_IN_FLIGHT = 8

/**
 * Stores a body line by line as it arrives; memory holds a few chunks. What was stored before a failure stays, and the
 * failure says how much that is. The call is written to the audit log, however it ends.
 */
export async function ingestLines(
  caller: BulkCaller,
  read: LineReader,
  project: Project | null,
  deps: BulkDeps,
): Promise<BulkResult> {
  const tally = new BulkTally()
  const failure = await storeAll(caller.lines(), read, tally, deps)
  await recordCall(caller, project, tally, deps)
  if (failure !== null) throw toHttpError(failure.error).after(tally.counts())
  return { ...tally.counts(), refused: [...tally.refused] }
}

async function storeAll(
  blocks: AsyncIterable<LineBlock>,
  read: LineReader,
  tally: BulkTally,
  deps: BulkDeps,
): Promise<{ readonly error: unknown } | null> {
  const inFlight: Promise<Outcome>[] = []
  let failure: { readonly error: unknown } | null = null
  try {
    for await (const block of blocks) {
      const { outcome } = await submitChunk(readChunk(block, read), deps)
      inFlight.push(outcome)
      if (inFlight.length >= MOST_IN_FLIGHT) tally.add(await inFlight.shift()!)
    }
  } catch (error) {
    failure = { error }
  }
  for (const outcome of inFlight) {
    try {
      tally.add(await outcome)
    } catch (error) {
      failure ??= { error }
    }
  }
  return failure
}

async function recordCall(caller: BulkCaller, project: Project | null, tally: BulkTally, deps: BulkDeps) {
  const counts = { ...tally.counts(), experiments: tally.experiments }
  await deps.audit({
    action: 'events.bulk',
    at: isoTime(deps.clock.now()),
    projectId: project?.id ?? null,
    projectName: project?.projectName ?? null,
    actor: caller.session.actor,
    keyId: caller.session.keyId,
    requestId: caller.requestId,
    clientAddress: caller.clientAddress,
    diff: Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, [null, count]])),
  })
}
