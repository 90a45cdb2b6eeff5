import { HttpError } from '../../http/errors.ts'
import type { Outbound } from '../../http/outbound.ts'

export interface SlackApiSettings {
  readonly baseUrl: string
  readonly clientId: string
  readonly clientSecret: string
}

interface OAuthAnswer {
  readonly ok?: boolean
  readonly access_token?: string
  readonly team?: { readonly id?: string; readonly name?: string }
  readonly authed_user?: { readonly access_token?: string }
}

export interface Granted {
  readonly teamId: string
  readonly teamName: string | null
  readonly botToken: string
  readonly userToken: string | null
}

const TIMEOUT_MS = 10_000
const MOST_BYTES = 262_144
const SCOPES = 'commands,chat:write,chat:write.public,users:read'

/** What is asked of Slack. */
export class SlackApi {
  readonly #settings: SlackApiSettings
  readonly #outbound: Outbound

  constructor(settings: SlackApiSettings, outbound: Outbound) {
    this.#settings = settings
    this.#outbound = outbound
  }

  /** Where somebody lets us into their workspace. */
  authorizeUrl(state: string): string {
    const query = new URLSearchParams({ client_id: this.#settings.clientId, scope: SCOPES, state })
    return `${this.#settings.baseUrl}/oauth/v2/authorize?${query}`
  }

  /** Turns the code of a visit into tokens; throws 502 when Slack does not. */
  async exchange(code: string): Promise<Granted> {
    const { clientId, clientSecret } = this.#settings
    const form = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, code })
    const answer = await this.#post('oauth.v2.access', form.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    }).catch(() => null)
    const { ok, access_token: botToken, team, authed_user: user } = (answer ?? {}) as OAuthAnswer
    if (ok !== true || typeof botToken !== 'string' || typeof team?.id !== 'string') {
      throw new HttpError(502, 'slack_oauth_failed', { key: 'slackOauthFailed' })
    }
    return { teamId: team.id, teamName: team.name ?? null, botToken, userToken: user?.access_token ?? null }
  }

  /** Posts into a channel; throws 502 when Slack does not take it. */
  async postMessage(botToken: string, message: { readonly channel: string; readonly text: string }): Promise<void> {
    const headers = { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${botToken}` }
    const answer = await this.#post('chat.postMessage', JSON.stringify(message), headers).catch(() => null)
    if (answer?.ok !== true) throw new HttpError(502, 'slack_api_error', { key: 'slackApiError' })
  }

  async #post(method: string, body: string, headers: Readonly<Record<string, string>>): Promise<{ ok?: boolean }> {
    const { text } = await this.#outbound.call({
      url: `${this.#settings.baseUrl}/api/${method}`,
      headers,
      body,
      timeoutMs: TIMEOUT_MS,
      mostBytes: MOST_BYTES,
    })
    return JSON.parse(text) as { ok?: boolean }
  }
}
