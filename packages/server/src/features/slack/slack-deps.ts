import type { Clock } from '../../clock.ts'
import { HttpError, tooMany } from '../../http/errors.ts'
import type { SlackDesk } from './slack-desk.ts'

/** What the routes of Slack ask for; null: Slack is not configured. */
export interface SlackDeps {
  readonly slack: SlackDesk | null
  readonly clock: Clock
}

export interface SlackCall {
  readonly clientAddress: string
  header(name: string): string | undefined
  rawBody(): Buffer
}

/** Answers only what Slack has signed, and each request once. Throws 401, 429. */
export async function requireSlack(call: SlackCall, slack: SlackDesk): Promise<Buffer> {
  const busy = await slack.ingress(call.clientAddress)
  if (busy !== null) throw tooMany('rate_limited', { key: 'tooManyRequests' }, busy)
  const body = call.rawBody()
  const timestamp = call.header('x-slack-request-timestamp')
  const signature = call.header('x-slack-signature')
  if (await slack.accepts({ timestamp, signature, body })) return body
  const wait = await slack.wrongSignature(call.clientAddress)
  if (wait !== null) throw tooMany('slack_invalid_signature_rate_limited', { key: 'tooManyFailures' }, wait)
  throw new HttpError(401, 'unauthorized', { key: 'slackSignature' })
}
