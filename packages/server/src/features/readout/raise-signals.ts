import { type Clock, isoTime } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import { type AuditEntry, recordAudit } from '../audit/audit-repository.ts'
import { SRM_ALPHA } from '../planning/sample-ratio.ts'
import { decide } from './decision.ts'
import { statusOf } from './guardrails.ts'
import type { CurrentReadout } from './live-stats.ts'
import { findSignals, replaceSignals, type Signals } from './readout-signals-repository.ts'

export interface SignalDeps {
  readonly db: Database
  readonly clock: Clock
}

const NOTHING: Signals = { decision: 'keep_running', isSrm: false, breached: [] }

/**
 * Tells what a new read-out has changed: the decision, a split that is wrong, guardrails that are breached. Each is told once,
 * and only from evidence that holds however often it is read: recorded looks, always-valid bounds, the sequential split test.
 */
export async function raiseSignals(current: CurrentReadout, { db, clock }: SignalDeps): Promise<void> {
  const now = signalsOf(current)
  await db.transaction().execute(async transaction => {
    const before = await findSignals(transaction, current.project.id)
    const told = before ?? NOTHING
    if (before !== null && JSON.stringify(before) === JSON.stringify(now)) return
    const at = isoTime(clock.now())
    if (!(await replaceSignals(transaction, current.project.id, { before, now, at }))) return
    for (const [action, diff] of changes(told, now)) await recordAudit(transaction, entry(action, current, at, diff))
  })
}

function signalsOf(current: CurrentReadout): Signals {
  const { srm, guardrails } = current.statistics
  const breached = guardrails.filter(finding => statusOf(finding) === 'breached').map(({ guardrail }) => guardrail.name)
  const isSrm = srm.sequential.ok && srm.sequential.value.pValue < SRM_ALPHA
  return { decision: decide(current).verdict, isSrm, breached: breached.sort() }
}

function changes(before: Signals, now: Signals): readonly [string, NonNullable<AuditEntry['diff']>][] {
  const fresh = now.breached.filter(name => !before.breached.includes(name))
  return [
    ...(before.decision === now.decision
      ? []
      : [['decision.changed', { decision: [before.decision, now.decision] }] as const]),
    ...(!before.isSrm && now.isSrm ? [['srm.detected', { srm: [false, true] }] as const] : []),
    ...fresh.map(name => ['guardrail.breached', { guardrail: [null, name] }] as const),
  ].map(([action, diff]) => [action, diff])
}

function entry(
  action: string,
  { project, readout }: CurrentReadout,
  at: string,
  diff: NonNullable<AuditEntry['diff']>,
) {
  return {
    action,
    at,
    projectId: project.id,
    projectName: project.projectName,
    actor: 'system:readout',
    keyId: null,
    requestId: 'readout',
    clientAddress: '',
    diff: { ...diff, data_version: [null, readout.dataVersion] as const },
  }
}
