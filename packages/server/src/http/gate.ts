import {
  type AuthSettings,
  authenticate,
  authorize,
  type CredentialHeaders,
  type Demand,
  type Identity,
  isAuthEnabled,
  type KeyLookup,
  type KnownKey,
  type Session,
} from './auth.ts'
import { HttpError, tooMany, unauthorized } from './errors.ts'
import type { Bucket, RateLimit, RateWindows } from './rate-windows.ts'
import type { Traffic } from './route.ts'

export interface GateSettings {
  readonly auth: AuthSettings
  readonly limits: {
    readonly isEnabled: boolean
    readonly general: RateLimit
    /** Counts beside the general limit, for routes that compute long. */
    readonly heavy: RateLimit
    readonly authFailures: RateLimit
    /** 0 requests = no limit. */
    readonly events: RateLimit
  }
}

export interface GateTools {
  readonly keys: KeyLookup
  readonly windows: RateWindows
}

export interface Visitor {
  readonly path: string
  readonly headers: CredentialHeaders
  readonly client: string
  readonly isLoopback: boolean
}

const ADMIN_PATHS = ['/api/v1/keys', '/api/v1/webhooks']
const NOBODY: Session = { scope: 'read', source: 'open', actor: 'anonymous', keyId: null }

/** What every request passes before its body is read: who asks, may they, and not too often. */
export class Gate {
  readonly #settings: GateSettings
  readonly #keys: KeyLookup
  readonly #windows: RateWindows

  constructor(settings: GateSettings, { keys, windows }: GateTools) {
    this.#settings = settings
    this.#keys = keys
    this.#windows = windows
  }

  /** The session of an admitted request; throws 401, 403 or 429. */
  async admit(visitor: Visitor, demand: Demand, traffic: Traffic): Promise<Session> {
    if (!isProtected(visitor.path)) return NOBODY
    const { session, key } = await this.#identify(visitor, demand)
    await this.#limit(this.#bucketsOf(visitor, key, traffic))
    return session
  }

  async #identify(visitor: Visitor, demand: Demand): Promise<Identity> {
    try {
      await this.#requireLocal(visitor)
      const { auth } = this.#settings
      const identity = await authenticate(auth, this.#keys, visitor.headers, isAdminPath(visitor.path))
      authorize(identity.session, demand, auth)
      return identity
    } catch (error) {
      throw await this.#countFailure(visitor.client, error)
    }
  }

  async #requireLocal({ path, isLoopback }: Visitor): Promise<void> {
    if (!isLocalOnly(path) || isLoopback || (await isAuthEnabled(this.#settings.auth, this.#keys))) return
    throw unauthorized({ key: 'metricsAreLocal' })
  }

  async #countFailure(client: string, error: unknown): Promise<unknown> {
    const { isEnabled, authFailures } = this.#settings.limits
    if (!(error instanceof HttpError) || !isEnabled) return error
    const wait = await this.#windows.hit([{ key: `auth:${client}`, limit: authFailures }])
    return wait === null ? error : tooMany('auth_rate_limited', { key: 'tooManyFailures' }, wait)
  }

  #bucketsOf({ path, client }: Visitor, key: KnownKey | null, traffic: Traffic): readonly Bucket[] {
    const { isEnabled, general, heavy, events } = this.#settings.limits
    if (!isEnabled || traffic === 'unlimited' || !path.startsWith('/api/v1')) return []
    const owner = key === null ? `api:${client}` : `api_key:${key.id}`
    const hasOwnLimit = key !== null && (key.requests ?? key.windowSeconds) !== null
    // A limit that was set for this key holds for events too.
    if (traffic === 'events' && !hasOwnLimit) {
      return events.requests === 0 ? [] : [{ key: `events:${owner}`, limit: events }]
    }
    const limit = {
      requests: key?.requests ?? general.requests,
      windowSeconds: key?.windowSeconds ?? general.windowSeconds,
    }
    const own = { key: owner, limit }
    return traffic === 'heavy' ? [own, { key: `heavy:${owner}`, limit: heavy }] : [own]
  }

  async #limit(buckets: readonly Bucket[]): Promise<void> {
    if (buckets.length === 0) return
    const wait = await this.#windows.hit(buckets)
    if (wait !== null) throw tooMany('rate_limited', { key: 'tooManyRequests' }, wait)
  }
}

function isProtected(path: string): boolean {
  return path.startsWith('/api/v1') || path === '/readyz' || isLocalOnly(path)
}

function isLocalOnly(path: string): boolean {
  return path === '/metrics'
}

function isAdminPath(path: string): boolean {
  return ADMIN_PATHS.some(prefix => path.startsWith(prefix))
}
