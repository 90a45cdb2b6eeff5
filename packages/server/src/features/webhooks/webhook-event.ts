import type { AuditEntry } from '../audit/audit-repository.ts'
import type { WebhookEvent } from './webhook-subscription.ts'

/** An entry of the audit log, as receivers are told of it. */
export function webhookEvent(id: number, entry: AuditEntry): WebhookEvent {
  const body = {
    event_type: entry.action,
    event_id: String(id),
    timestamp: entry.at,
    actor: entry.actor,
    payload: {
      project_id: entry.projectId,
      project_name: entry.projectName,
      key_id: entry.keyId,
      request_id: entry.requestId,
      ip_address: entry.clientAddress,
      payload_diff: entry.diff,
    },
  }
  return { id, at: entry.at, action: entry.action, keyId: entry.keyId, body: JSON.stringify(body) }
}
