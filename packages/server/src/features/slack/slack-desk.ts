import { type Clock, isoTime } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import type { RateLimit, RateWindows, Wait } from '../../http/rate-windows.ts'
import { type AuditEntry, recordAudit } from '../audit/audit-repository.ts'
import type { Project } from '../projects/project.ts'
import type { SlackApi } from './slack-api.ts'
import type { SlackInstallation, SlackInstallationsRepository } from './slack-installations-repository.ts'
import type { SlackNoncesRepository } from './slack-nonces-repository.ts'
import { isFromSlack, type SignedRequest } from './slack-signature.ts'
import { slackText } from './slack-text.ts'

export interface SlackDeskDeps {
  readonly db: Database
  readonly clock: Clock
  /** A text that nobody guesses. */
  readonly newState: () => string
  readonly signingSecret: string
  /** Where reviews are asked for; null: nowhere. */
  readonly reviewChannel: string | null
  readonly api: SlackApi
  readonly installations: SlackInstallationsRepository
  readonly nonces: SlackNoncesRepository
  readonly windows: RateWindows
  readonly limits: { readonly ingress: RateLimit; readonly wrongSignatures: RateLimit }
}

/** Who pressed a button, or typed a command. */
export interface SlackUser {
  readonly id: string
  readonly teamId: string
  readonly requestId: string
  readonly clientAddress: string
}

const STATE_SECONDS = 600
const REQUEST_SECONDS = 600

/** Everything that happens between Slack and us. */
export class SlackDesk {
  readonly #deps: SlackDeskDeps

  constructor(deps: SlackDeskDeps) {
    this.#deps = deps
  }

  /** Seconds to wait, or null. */
  ingress(client: string): Wait | Promise<Wait> {
    const { windows, limits } = this.#deps
    return windows.hit([{ key: `slack:${client}`, limit: limits.ingress }])
  }

  /** Counts a wrong signature; seconds to wait, or null. */
  wrongSignature(client: string): Wait | Promise<Wait> {
    const { windows, limits } = this.#deps
    return windows.hit([{ key: `slack-signature:${client}`, limit: limits.wrongSignatures }])
  }

  /** Whether Slack sent it, and it was not seen before. */
  async accepts(request: SignedRequest): Promise<boolean> {
    const { signingSecret, clock, nonces } = this.#deps
    if (!isFromSlack(request, signingSecret, clock.now())) return false
    return nonces.add('request', request.signature!, REQUEST_SECONDS)
  }

  /** Where to let us in; the state comes back once, within ten minutes. */
  async beginInstall(): Promise<string> {
    const state = this.#deps.newState()
    await this.#deps.nonces.add('state', state, STATE_SECONDS)
    return this.#deps.api.authorizeUrl(state)
  }

  /** Null when the state is not one of ours. Throws 502. */
  async finishInstall(
    code: string,
    state: string,
    caller: Omit<SlackUser, 'teamId'>,
  ): Promise<SlackInstallation | null> {
    const { db, api, clock, installations, nonces } = this.#deps
    if (!(await nonces.take('state', state))) return null
    const { teamId, teamName, botToken, userToken } = await api.exchange(code)
    const installation = { teamId, teamName, installedAt: isoTime(clock.now()) }
    await db.transaction().execute(async transaction => {
      await installations.upsert(transaction, installation, { bot: botToken, user: userToken })
      const entry = this.#entry('slack.install', null, { ...caller, teamId })
      await recordAudit(transaction, { ...entry, diff: { team_id: [null, teamId] } })
    })
    return installation
  }

  installation(): Promise<SlackInstallation | null> {
    return this.#deps.installations.findNewest()
  }

  /** Writes down that somebody approved the newest analysis of a project. */
  async approve(project: Project, user: SlackUser): Promise<void> {
    await this.#record(this.#entry('analysis.approve', project, user))
  }

  /** Asks for a review in the channel for reviews; false when there is none, or the workspace did not install the app. */
  async requestReview(project: Project, user: SlackUser): Promise<boolean> {
    const { reviewChannel, installations, api } = this.#deps
    const token = reviewChannel === null ? null : await installations.findBotToken(user.teamId)
    if (reviewChannel === null || token === null) return false
    const text = `<@${user.id}> asks for a review of *${slackText(project.projectName)}* (${project.id})`
    await api.postMessage(token, { channel: reviewChannel, text })
    await this.#record(this.#entry('analysis.request_review', project, user))
    return true
  }

  async #record(entry: AuditEntry): Promise<void> {
    await this.#deps.db.transaction().execute(transaction => recordAudit(transaction, entry))
  }

  #entry(action: string, project: Project | null, { id, requestId, clientAddress }: SlackUser): AuditEntry {
    return {
      action,
      at: isoTime(this.#deps.clock.now()),
      projectId: project?.id ?? null,
      projectName: project?.projectName ?? null,
      actor: id,
      keyId: null,
      requestId,
      clientAddress,
      diff: null,
    }
  }
}
