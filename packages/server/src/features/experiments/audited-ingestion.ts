import type { AuditEntry } from '../audit/audit-repository.ts'
import { getOpenProject } from '../projects/project-access.ts'
import { projectAudit } from '../projects/project-audit.ts'
import {
  type BatchContent,
  type IngestionCaller,
  type IngestionDeps,
  type IngestResult,
  storeBatch,
} from './ingestion.ts'

interface Change {
  readonly action: string
  readonly batch: BatchContent
  readonly diff: (result: IngestResult) => AuditEntry['diff']
}

/** Stores items that change what was recorded, and writes down who did. The entry follows the commit, and names no change that was none. */
export async function ingestAudited(
  caller: IngestionCaller,
  deps: IngestionDeps,
  { action, batch, diff }: Change,
): Promise<IngestResult> {
  const project = await getOpenProject(deps.projects, caller.params.experiment_id)
  const result = await storeBatch(project, deps, batch)
  const named = { id: project.id, name: project.projectName }
  if (result.recorded > 0) await deps.audit(projectAudit(action, named, caller, deps.clock, diff(result)))
  return result
}
