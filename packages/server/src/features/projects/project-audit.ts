import type { Clock } from '../../clock.ts'
import type { AuditEntry } from '../audit/audit-repository.ts'
import { type Caller, callerAudit } from '../audit/caller-audit.ts'

/** The audit entry of a change to a project. */
export function projectAudit(
  action: string,
  project: { readonly id: string; readonly name: string },
  caller: Caller,
  clock: Clock,
  diff: AuditEntry['diff'] = null,
): AuditEntry {
  return { ...callerAudit(action, caller, clock, diff), projectId: project.id, projectName: project.name }
}
