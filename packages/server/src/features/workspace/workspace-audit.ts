import type { Clock } from '../../clock.ts'
import type { AuditEntry } from '../audit/audit-repository.ts'
import { type Caller, projectAudit } from '../projects/project-audit.ts'

export const IMPORT_STARTED = 'workspace_import_started'

/** The audit entry of an import; it belongs to no one project. */
export function workspaceAudit(
  action: 'workspace_imported' | typeof IMPORT_STARTED,
  diff: AuditEntry['diff'],
  caller: Caller,
  clock: Clock,
): AuditEntry {
  return { ...projectAudit(action, { id: '', name: '' }, caller, clock, diff), projectId: null, projectName: null }
}
