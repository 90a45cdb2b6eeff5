import type { Clock } from '../../clock.ts'
import type { AuditEntry } from '../audit/audit-repository.ts'
import { type Caller, callerAudit } from '../audit/caller-audit.ts'

/** The audit entry of a change to a template: its id and name stand in the diff. */
export function templateAudit(
  action: string,
  { id, name }: { readonly id: string; readonly name: string },
  caller: Caller,
  clock: Clock,
): AuditEntry {
  return callerAudit(action, caller, clock, { template_id: [null, id], template_name: [null, name] })
}
