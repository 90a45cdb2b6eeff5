import type { Clock } from '../../clock.ts'
import type { AuditEntry } from '../audit/audit-repository.ts'
import { type Caller, projectAudit } from '../projects/project-audit.ts'

/** The audit entry of a change to a template: it belongs to no project, and its id and name stand in the diff. */
export function templateAudit(
  action: string,
  { id, name }: { readonly id: string; readonly name: string },
  caller: Caller,
  clock: Clock,
): AuditEntry {
  const diff = { template_id: [null, id], template_name: [null, name] } as const
  return { ...projectAudit(action, { id: '', name: '' }, caller, clock, diff), projectId: null, projectName: null }
}
