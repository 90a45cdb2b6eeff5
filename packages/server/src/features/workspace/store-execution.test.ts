import { expect, it } from 'vitest'
import type { EventBatch } from '../../event-store/event-store.ts'
import type { Execution } from './execution-schema.ts'
import { storeExecution } from './store-execution.ts'

const NOTHING: Execution = {
  ...{ project_id: 'p', exposures: [], conversions: [], pre_period: [], strata: [], identities: [] },
  ...{ identity_conflicts: [], exclusions: [], erasures: [], looks: [], frozen_revision_id: null },
}

it('a large experiment is stored in its order, and at no time fills the queue of the store', async () => {
  const users = Array.from({ length: 120_000 }, (_, user) => `user-${user}`)
  const execution: Execution = {
    ...NOTHING,
    pre_period: users.map(user_id => ({ user_id, covariate_name: 'age', value: 1, is_correction: false })),
    strata: users.map(user_id => ({ user_id, stratum: 'north', is_correction: false })),
  }
  const stored: string[] = []
  let [underWay, most] = [0, 0]
  const append = async ({ kind, items }: EventBatch) => {
    underWay += items.length
    most = Math.max(most, underWay)
    for (const item of items) stored.push(`${kind} ${'userId' in item ? item.userId : ''}`)
    await new Promise(resolve => setImmediate(resolve))
    underWay -= items.length
    return { recorded: items.length, deduplicated: 0, refused: [] }
  }

  await storeExecution('e', execution, { append }, 0)

  expect(most).toBe(50_000)
  expect(stored).toEqual([...users.map(user => `pre_period ${user}`), ...users.map(user => `strata ${user}`)])
})

it('digests of erased persons come before all rows', async () => {
  const kinds: string[] = []
  const append = async ({ kind, items }: EventBatch) => {
    kinds.push(kind)
    return { recorded: items.length, deduplicated: 0, refused: [] }
  }
  const execution: Execution = {
    ...NOTHING,
    identities: [{ anonymous_id: 'cookie', canonical_id: 'ann' }],
    exclusions: [{ user_id: 'bob', exclusion_reason: 'staff' }],
    erasures: [{ id_sha256: 'a'.repeat(64) }],
  }

  await storeExecution('e', execution, { append }, 0)

  expect(kinds).toEqual(['erasures', 'identities', 'exclusions'])
})
