import { afterEach, beforeEach, expect, it } from 'vitest'
import { inTransaction } from '../../database/in-transaction.ts'
import { newTestApp, type TestApp } from '../../test-app.ts'
import { recordAudit } from '../audit/audit-repository.ts'
import { ProjectsRepository } from '../projects/projects-repository.ts'
import { AbandonedImports, startedDiff } from './abandoned-imports.ts'
import { IMPORT_STARTED, workspaceAudit } from './workspace-audit.ts'

const HOUR = 3_600_000
const CALLER = {
  session: { scope: 'write', source: 'open', actor: 'anonymous', keyId: null },
  requestId: 'r',
  clientAddress: '',
} as const

let test: TestApp
let abandoned: AbandonedImports
const errors: unknown[] = []
beforeEach(async () => {
  test = await newTestApp()
  errors.length = 0
  const { db, events, clock } = test
  const projects = new ProjectsRepository(db)
  abandoned = new AbandonedImports({ db, projects, events, clock, onError: error => errors.push(error) })
})
afterEach(() => test.close())

/** What an import leaves that ends after its events. */
async function leaveBehind(...ids: string[]): Promise<void> {
  const entry = workspaceAudit(IMPORT_STARTED, startedDiff(ids), CALLER, test.clock)
  await inTransaction(test.db, unit => recordAudit(unit.transaction, entry))
  for (const experimentId of ids) {
    const items = [{ userId: 'ann', arm: 0, occurredAt: null }]
    await test.events.append({ kind: 'exposures', experimentId, receivedAt: 0, items })
  }
}
const isKept = async (id: string) => (await test.events.countRaw(id)).exposures.length > 0

it('events of an import that a crash has ended are erased when it began more than an hour ago', async () => {
  await leaveBehind('a', 'b')
  await abandoned.sweep()
  expect([await isKept('a'), await isKept('b')]).toEqual([true, true])

  test.clock.at += HOUR + 1
  await abandoned.sweep()

  expect([await isKept('a'), await isKept('b')]).toEqual([false, false])
})

it('events of an import that has made its projects stay', async () => {
  const id = await test.createProject()
  await leaveBehind(id, 'gone')
  test.clock.at += HOUR + 1

  await abandoned.sweep()

  expect([await isKept(id), await isKept('gone')]).toEqual([true, false])
})

it('what can not be erased now is erased by the next sweep', async () => {
  await leaveBehind('a')
  test.clock.at += HOUR + 1
  const erase = test.events.deleteExperiment
  test.events.deleteExperiment = async () => {
    throw new Error('The store is away.')
  }
  await abandoned.sweep()
  test.events.deleteExperiment = erase

  await abandoned.sweep()

  expect(errors).toHaveLength(1)
  expect(await isKept('a')).toBe(false)
})
