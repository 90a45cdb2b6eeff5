import { type Clock, isoTime } from '../../clock.ts'
import type { Session } from '../../http/auth.ts'
import type { AuditEntry } from './audit-repository.ts'

/** What a request says of who sends it. */
export interface Caller {
  readonly session: Session
  readonly requestId: string
  readonly clientAddress: string
}

/** The audit entry of a change that belongs to no project. */
export function callerAudit(
  action: string,
  { session, requestId, clientAddress }: Caller,
  clock: Clock,
  diff: AuditEntry['diff'] = null,
): AuditEntry {
  const { actor, keyId } = session
  const at = isoTime(clock.now())
  return { action, at, projectId: null, projectName: null, actor, keyId, requestId, clientAddress, diff }
}
