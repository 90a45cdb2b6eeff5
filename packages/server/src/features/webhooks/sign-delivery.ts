import { createHmac } from 'node:crypto'

export interface SignedParts {
  readonly secret: string
  readonly deliveryId: string
  /** Unix time. */
  readonly atSeconds: number
  readonly body: string
}

const PREFIX = 'whsec_'

/** Headers by which a receiver knows that a delivery is ours: the earlier system's, and Standard Webhooks', which can not be replayed. */
export function signDelivery({ secret, deliveryId, atSeconds, body }: SignedParts): Readonly<Record<string, string>> {
  const key = secret.startsWith(PREFIX) ? Buffer.from(secret.slice(PREFIX.length), 'base64') : Buffer.from(secret)
  const signed = `${deliveryId}.${atSeconds}.${body}`
  return {
    'x-ab-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    'webhook-id': deliveryId,
    'webhook-timestamp': String(atSeconds),
    'webhook-signature': `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
  }
}
