import { pipeline, Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { createGzip } from 'node:zlib'
import type { VerdictClient } from '@verdict/client'
import { CommandFailure } from './command-failure.ts'
import { describeError } from './describe-error.ts'
import type { Kind } from './import-mapping.ts'
import type { Item } from './source-rows.ts'

export interface RowsToSend {
  readonly experimentId: string
  readonly kind: Kind
  /** The rows, from their start each time. */
  readonly batches: () => AsyncIterable<readonly Item[]>
}

export interface SentRows {
  readonly received: number
  readonly recorded: number
  readonly deduplicated: number
  readonly refused_total: number
  readonly refused: readonly { readonly line: number; readonly reason: string; readonly path: string | null }[]
}

const LINE_KINDS = {
  exposures: 'exposure',
  conversions: 'conversion',
  'pre-period': 'pre_period',
  strata: 'stratum',
} as const satisfies Record<Kind, string>
const MOST_ATTEMPTS = 20
const MOST_CUTS = 5
const FAST = { level: 1 }

/**
 * Sends rows as one gzip body of lines while they are read. A full queue or a limit is waited for, and after a cut all of
 * them are sent again: what has arrived counts once, since every row has a key or is a first write.
 */
export async function sendRows(client: VerdictClient, rows: RowsToSend, pauseMs = 1000): Promise<SentRows> {
  let cuts = 0
  for (let attempt = 1; ; attempt += 1) {
    const answer = await post(client, rows).catch(() => null)
    if (answer?.data !== undefined) return answer.data
    if (answer === null) {
      cuts += 1
      if (cuts === MOST_CUTS) throw new CommandFailure(`${rows.kind}: the connection was cut ${cuts} times`)
    } else if (!isBusy(answer.response) || attempt === MOST_ATTEMPTS) {
      throw new CommandFailure(`${rows.kind}: ${describeError(answer.error, answer.response.status)}`)
    }
    await wait(pauseMs * Number(answer?.response.headers.get('retry-after') ?? 1))
  }
}

// 408: this machine was too slow, not the request wrong.
function isBusy({ status }: Response): boolean {
  return [408, 429, 503].includes(status)
}

async function post(client: VerdictClient, rows: RowsToSend) {
  const gzip = createGzip(FAST)
  pipeline(Readable.from(linesOf(rows)), gzip, () => undefined)
  try {
    return await client.POST('/api/v1/experiments/{experiment_id}/events', {
      params: { path: { experiment_id: rows.experimentId } },
      headers: { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' },
      body: Readable.toWeb(gzip) as never,
      bodySerializer: body => body,
      duplex: 'half',
    })
  } finally {
    gzip.destroy()
  }
}

// The server checks every line against its schema, so items are passed on as they were read.
async function* linesOf({ kind, batches }: RowsToSend): AsyncGenerator<string> {
  for await (const batch of batches()) {
    yield batch.map(item => `${JSON.stringify({ kind: LINE_KINDS[kind], ...item })}\n`).join('')
  }
}
