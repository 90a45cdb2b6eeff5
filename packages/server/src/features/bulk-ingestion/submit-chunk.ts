import { setImmediate as turn } from 'node:timers/promises'
import { EventQueueFullError } from '../../event-store/event-store.ts'
import { type BatchContent, type IngestResult, storeBatch } from '../experiments/ingestion.ts'
import type { BulkChunk, RefusedLine } from './bulk-chunk.ts'
import type { BulkDeps } from './bulk-deps.ts'
import { type OpenGroup, type ResolvedChunk, resolveGroups } from './resolve-groups.ts'

/** What became of a chunk; it never rejects, since some of a chunk may be stored when the rest is not. */
export interface Outcome {
  readonly experimentIds: readonly string[]
  readonly recorded: number
  readonly deduplicated: number
  readonly refused: readonly RefusedLine[]
  /** What kept a group from being stored; null when nothing did. */
  readonly failure: Error | null
}

const PAUSE_MS = 50
const RETRY_AFTER_SECONDS = 1

/**
 * Hands a chunk to the store when its queue has room, all groups in one turn, so that they share a commit. Resolves when
 * the store has taken it; `outcome` when it is durable. Throws EventQueueFullError when there was no room for too long.
 */
export async function submitChunk(chunk: BulkChunk, deps: BulkDeps): Promise<{ readonly outcome: Promise<Outcome> }> {
  const resolved = await resolveGroups(chunk, deps.projects)
  await roomFor(resolved, deps)
  let isTurnedAway = false
  const stored = resolved.groups.map(group =>
    storePatiently(group, deps, () => {
      isTurnedAway = true
    }),
  )
  const outcome = outcomeOf(resolved, stored)
  await turn()
  // What follows must not overtake it.
  if (isTurnedAway) await outcome
  return { outcome }
}

async function roomFor({ groups }: ResolvedChunk, { events, wait, bulkQueueWaitMs }: BulkDeps): Promise<void> {
  const count = groups.reduce((sum, { items }) => sum + items.length, 0)
  for (let waitedMs = 0; count > 0; waitedMs += PAUSE_MS) {
    const { items, capacity } = events.queueDepth()
    if (items === 0 || items + count <= capacity) return
    if (waitedMs >= bulkQueueWaitMs) throw new EventQueueFullError(RETRY_AFTER_SECONDS)
    await wait(PAUSE_MS)
  }
}

async function storePatiently(group: OpenGroup, deps: BulkDeps, onTurnedAway: () => void): Promise<IngestResult> {
  const content = { kind: group.batch, items: group.items } as BatchContent
  for (let waitedMs = 0; ; waitedMs += PAUSE_MS) {
    try {
      return await storeBatch(group.project, deps, content)
    } catch (error) {
      if (!(error instanceof EventQueueFullError) || waitedMs >= deps.bulkQueueWaitMs) throw error
    }
    onTurnedAway()
    await deps.wait(PAUSE_MS)
  }
}

async function outcomeOf(chunk: ResolvedChunk, stored: readonly Promise<IngestResult>[]): Promise<Outcome> {
  const settled = await Promise.allSettled(stored)
  const refused = [...chunk.refused]
  let [recorded, deduplicated] = [0, 0]
  let failure: Error | null = null
  for (const [at, result] of settled.entries()) {
    if (result.status === 'rejected') {
      failure ??= result.reason as Error
      continue
    }
    recorded += result.value.recorded
    deduplicated += result.value.deduplicated
    const { lines } = chunk.groups[at]!
    for (const { index, reason } of result.value.refused) refused.push({ line: lines[index]!, reason, path: null })
  }
  refused.sort((a, b) => a.line - b.line)
  const experimentIds = chunk.groups.map(({ experimentId }) => experimentId)
  return { experimentIds, recorded, deduplicated, refused, failure }
}
