import type { Session } from '../../http/auth.ts'
import type { AuditEntry } from '../audit/audit-repository.ts'
import { getOpenProject } from '../projects/project-access.ts'
import { projectAudit } from '../projects/project-audit.ts'
import { type BatchContent, type IngestionDeps, type IngestResult, storeBatch } from './ingestion.ts'

export interface AuditedIngestionDeps extends IngestionDeps {
  /** Writes an entry of the audit log. */
  readonly audit: (entry: AuditEntry) => Promise<void>
}

interface Change {
  readonly action: string
  readonly batch: BatchContent
  readonly diff: (result: IngestResult) => AuditEntry['diff']
}

interface Caller {
  readonly params: { readonly experiment_id: string }
  readonly session: Session
  readonly requestId: string
  readonly clientAddress: string
}

/** Stores items that change what was recorded, and writes down who did. The entry follows the commit, and names no change that was none. */
export async function ingestAudited(
  caller: Caller,
  deps: AuditedIngestionDeps,
  { action, batch, diff }: Change,
): Promise<IngestResult> {
  const project = await getOpenProject(deps.projects, caller.params.experiment_id)
  const result = await storeBatch(project, deps, batch)
  const named = { id: project.id, name: project.projectName }
  if (result.recorded > 0) await deps.audit(projectAudit(action, named, caller, deps.clock, diff(result)))
  return result
}
