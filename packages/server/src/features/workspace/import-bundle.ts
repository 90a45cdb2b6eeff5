import type { Clock } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import { inTransaction, type Unit } from '../../database/in-transaction.ts'
import type { EventStore } from '../../event-store/event-store.ts'
import { type Reply, type Request, reply } from '../../http/route.ts'
import { recordAudit } from '../audit/audit-repository.ts'
import { answerOnce } from '../idempotency/answer-once.ts'
import { addAnalysisRunRows } from '../projects/analysis-runs-repository.ts'
import { addExportEventRows } from '../projects/export-events-repository.ts'
import { addRevisionRows } from '../projects/project-revisions-repository.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import { RecordedLooksRepository } from '../readout/recorded-looks-repository.ts'
import { addTemplateRows } from '../templates/project-templates-repository.ts'
import { type AbandonedImports, startedDiff } from './abandoned-imports.ts'
import { toRecordedLook } from './bundle-looks.ts'
import type { BundleCounts } from './bundle-schema.ts'
import type { CheckedBundle } from './check-bundle.ts'
import { type ImportPlan, planImport } from './import-plan.ts'
import { storeExecution } from './store-execution.ts'
import { IMPORT_STARTED, workspaceAudit } from './workspace-audit.ts'

export interface ImportDeps {
  readonly db: Database
  readonly projects: ProjectsRepository
  readonly events: Pick<EventStore, 'append'>
  readonly clock: Clock
  readonly abandonedImports: Pick<AbandonedImports, 'erase'>
}

type ImportRequest = Pick<
  Request<undefined, undefined, undefined>,
  'session' | 'requestId' | 'clientAddress' | 'header' | 'bodyDigest'
>

/**
 * Writes a bundle whole or not at all. The events come first, under ids that no project has yet, so nobody sees them; then
 * one transaction makes the projects. Whatever ends the import before that, its events are erased: here, or by a later sweep.
 */
export async function importBundle(
  { bundle, counts }: CheckedBundle,
  request: ImportRequest,
  deps: ImportDeps,
): Promise<Reply> {
  const plan = planImport(bundle)
  const work = async (unit: Unit) => {
    await write(unit, plan, deps)
    const audit = workspaceAudit('workspace_imported', importedDiff(counts), request, deps.clock)
    await recordAudit(unit.transaction, audit)
    return reply(200, importedAnswer(counts))
  }
  const once = () => answerOnce(request, deps, { operationId: 'importWorkspace' }, work)
  return plan.experiments.length === 0 ? once() : afterEvents(plan, request, deps, once)
}

async function afterEvents(
  { experiments }: ImportPlan,
  request: ImportRequest,
  { db, events, clock, abandonedImports }: ImportDeps,
  once: () => Promise<Reply>,
): Promise<Reply> {
  const ids = experiments.map(({ id }) => id)
  const started = workspaceAudit(IMPORT_STARTED, startedDiff(ids), request, clock)
  await inTransaction(db, unit => recordAudit(unit.transaction, started))
  try {
    for (const { id, execution } of experiments) await storeExecution(id, execution, events, clock.now())
    return await once()
  } finally {
    // Of those that have become projects nothing is erased; a repeated key makes none.
    await abandonedImports.erase(ids)
  }
}

async function write(unit: Unit, plan: ImportPlan, { projects }: ImportDeps): Promise<void> {
  const { transaction } = unit
  await projects.addRows(unit, plan.projects)
  await addAnalysisRunRows(transaction, plan.analysisRuns)
  await addExportEventRows(transaction, plan.exportEvents)
  await addRevisionRows(transaction, plan.revisions)
  await addTemplateRows(transaction, plan.templates)
  const looks = new RecordedLooksRepository(transaction)
  for (const { id, execution } of plan.experiments) {
    for (const look of execution.looks) await looks.record(id, toRecordedLook(look))
  }
}

function importedDiff(counts: BundleCounts): Readonly<Record<string, readonly [number, number]>> {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, [0, count]]))
}

function importedAnswer(counts: BundleCounts) {
  return {
    status: 'imported',
    imported_projects: counts.projects,
    imported_analysis_runs: counts.analysis_runs,
    imported_export_events: counts.export_events,
    imported_project_revisions: counts.project_revisions,
    imported_templates: counts.templates,
    imported_execution_rows: counts.execution_rows,
  }
}
