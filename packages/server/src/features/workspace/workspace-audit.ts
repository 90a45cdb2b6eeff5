import type { Clock } from '../../clock.ts'
import type { AuditEntry } from '../audit/audit-repository.ts'
import { type Caller, callerAudit } from '../audit/caller-audit.ts'

export const IMPORT_STARTED = 'workspace_import_started'

/** The audit entry of an import; it belongs to no one project. */
export function workspaceAudit(
  action: 'workspace_imported' | typeof IMPORT_STARTED,
  diff: AuditEntry['diff'],
  caller: Caller,
  clock: Clock,
): AuditEntry {
  return callerAudit(action, caller, clock, diff)
}
