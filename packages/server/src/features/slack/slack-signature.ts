import { createHmac, timingSafeEqual } from 'node:crypto'

export interface SignedRequest {
  readonly timestamp: string | undefined
  readonly signature: string | undefined
  readonly body: Buffer
}

const MOST_SECONDS = 300

/** Whether Slack sent it, within the last five minutes: `v0=` and the HMAC-SHA256 of `v0:{timestamp}:{body}`. */
export function isFromSlack({ timestamp, signature, body }: SignedRequest, secret: string, nowMs: number): boolean {
  if (timestamp === undefined || signature === undefined || !/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(nowMs / 1000 - Number(timestamp)) > MOST_SECONDS) return false
  const expected = Buffer.from(
    `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`,
  )
  const presented = Buffer.from(signature)
  return presented.length === expected.length && timingSafeEqual(presented, expected)
}
