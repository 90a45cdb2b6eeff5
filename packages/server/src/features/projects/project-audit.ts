import { type Clock, isoTime } from '../../clock.ts'
import type { Session } from '../../http/auth.ts'
import type { AuditEntry } from '../audit/audit-repository.ts'

export interface Caller {
  readonly session: Session
  readonly requestId: string
  readonly clientAddress: string
}

/** The audit entry of a change to a project. */
export function projectAudit(
  action: string,
  project: { readonly id: string; readonly name: string },
  caller: Caller,
  clock: Clock,
  diff: AuditEntry['diff'] = null,
): AuditEntry {
  return {
    action,
    at: isoTime(clock.now()),
    projectId: project.id,
    projectName: project.name,
    actor: caller.session.actor,
    keyId: caller.session.keyId,
    requestId: caller.requestId,
    clientAddress: caller.clientAddress,
    diff,
  }
}
