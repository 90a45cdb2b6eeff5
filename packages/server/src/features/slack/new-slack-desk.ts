import type { Clock } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import type { SecretBox } from '../../database/secret-box.ts'
import type { Outbound } from '../../http/outbound.ts'
import type { RateLimit, RateWindows } from '../../http/rate-windows.ts'
import { SlackApi } from './slack-api.ts'
import { SlackDesk } from './slack-desk.ts'
import { SlackInstallationsRepository } from './slack-installations-repository.ts'
import { SlackNoncesRepository } from './slack-nonces-repository.ts'

export interface SlackSettings {
  readonly slack: {
    readonly clientId: string
    readonly clientSecret: string
    readonly signingSecret: string
    readonly baseUrl: string
    readonly reviewChannel: string | null
  } | null
  readonly limits: { readonly slack: RateLimit; readonly slackSignatures: RateLimit }
}

interface SlackTools {
  readonly db: Database
  readonly clock: Clock
  readonly secrets: SecretBox
  readonly outbound: Outbound
  readonly newState: () => string
  readonly windows: RateWindows
}

/** Null while Slack's settings are missing. */
export function newSlackDesk(
  { slack, limits }: SlackSettings,
  { db, clock, secrets, outbound, newState, windows }: SlackTools,
): SlackDesk | null {
  if (slack === null) return null
  return new SlackDesk({
    db,
    clock,
    newState,
    signingSecret: slack.signingSecret,
    reviewChannel: slack.reviewChannel,
    api: new SlackApi(slack, outbound),
    installations: new SlackInstallationsRepository(db, secrets),
    nonces: new SlackNoncesRepository(db, clock),
    windows,
    limits: { ingress: limits.slack, wrongSignatures: limits.slackSignatures },
  })
}
