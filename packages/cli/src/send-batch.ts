import { setTimeout as wait } from 'node:timers/promises'
import type { VerdictClient } from '@verdict/client'
import { CommandFailure } from './command-failure.ts'
import { describeError } from './describe-error.ts'
import type { Kind } from './import-mapping.ts'
import type { Item } from './source-rows.ts'

export interface Counts {
  readonly received: number
  readonly recorded: number
  readonly deduplicated: number
}

const BODY_KEYS = {
  exposures: 'exposures',
  conversions: 'conversions',
  'pre-period': 'pre_period_values',
  strata: 'strata',
} as const
const MOST_ATTEMPTS = 20

/** Sends one batch; a full queue or a limit is waited for, a fault in the data stops the import. */
export async function sendBatch(
  client: VerdictClient,
  experimentId: string,
  kind: Kind,
  items: readonly Item[],
): Promise<Counts> {
  for (let attempt = 1; ; attempt += 1) {
    const { data, error, response } = await post(client, experimentId, kind, items)
    if (data !== undefined) return data
    const isBusy = response.status === 503 || response.status === 429
    if (!isBusy || attempt === MOST_ATTEMPTS)
      throw new CommandFailure(`${kind}: ${describeError(error, response.status)}`)
    await wait(1000 * Number(response.headers.get('retry-after') ?? 1))
  }
}

// The server checks every item against its schema, so the body is passed on as it was read.
function post(client: VerdictClient, experimentId: string, kind: Kind, items: readonly Item[]) {
  const params = { path: { experiment_id: experimentId } }
  const body = { [BODY_KEYS[kind]]: items } as never
  return client.POST(`/api/v1/experiments/{experiment_id}/${kind}`, { params, body })
}
