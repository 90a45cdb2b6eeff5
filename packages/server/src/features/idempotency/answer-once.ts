import { createHash } from 'node:crypto'
import { type Clock, isoTime } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import { inTransaction, type Unit } from '../../database/in-transaction.ts'
import type { Session } from '../../http/auth.ts'
import { HttpError } from '../../http/errors.ts'
import { readIdempotencyKey } from '../../http/idempotency-key.ts'
import { type Reply, reply } from '../../http/route.ts'
import { claimAnswer, deleteAnswersBefore, keepAnswer } from './idempotent-answers-repository.ts'

const KEPT_MS = 86_400_000

export interface OnceDeps {
  readonly db: Database
  readonly clock: Clock
}

interface OnceRequest {
  readonly session: Session
  readonly params?: unknown
  readonly query?: unknown
  header(name: string): string | undefined
  bodyDigest(): string
}

export interface OnceOptions {
  /** The operation that the key is for: the same key may serve another one. */
  readonly operationId: string
  /** What is kept of the answer's body, where a secret in it must not be stored. */
  readonly kept?: (body: unknown) => unknown
}

/**
 * Does the work of a create in one transaction. With an Idempotency-Key the answer is written in that transaction too: the same
 * key with the same request gets it again for 24 hours, and a retry after a crash finds the change with its answer, or neither.
 */
export async function answerOnce(
  request: OnceRequest,
  { db, clock }: OnceDeps,
  { operationId, kept = body => body }: OnceOptions,
  work: (unit: Unit) => Promise<Reply>,
): Promise<Reply> {
  const sent = readIdempotencyKey(request.header('idempotency-key'))
  if (sent === null) return inTransaction(db, work)
  const key = digest([request.session.actor, operationId, request.params ?? null, sent])
  const bodyDigest = digest([request.query ?? null, request.bodyDigest()])
  const now = clock.now()
  return inTransaction(db, async unit => {
    await deleteAnswersBefore(unit.transaction, isoTime(now - KEPT_MS))
    const known = await claimAnswer(unit.transaction, { key, bodyDigest, at: isoTime(now) })
    if (known !== null) return replayed(known, bodyDigest)
    const answer = await work(unit)
    await keepAnswer(unit.transaction, key, { ...answer, body: kept(answer.body) })
    return answer
  })
}

function replayed(known: Reply & { readonly bodyDigest: string }, bodyDigest: string): Reply {
  if (known.bodyDigest !== bodyDigest) {
    throw new HttpError(409, 'idempotency_key_reused', { key: 'idempotencyKeyReused' })
  }
  return reply(known.status, known.body, { ...known.headers, 'idempotency-replayed': 'true' })
}

function digest(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}
