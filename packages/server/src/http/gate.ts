import type { Clock } from '../clock.ts'
import { type AuthSettings, authenticate, authorize, isAuthEnabled, type RouteScope, type Session } from './auth.ts'
import { HttpError, tooMany, unauthorized } from './errors.ts'
import { type RateLimit, RateLimiter } from './rate-limiter.ts'
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

export interface Visitor {
  readonly path: string
  readonly headers: {
    readonly authorization?: string | undefined
    readonly 'x-api-key'?: string | string[] | undefined
  }
  readonly client: string
  readonly isLoopback: boolean
}

const ADMIN_PATHS = ['/api/v1/keys', '/api/v1/webhooks']
const NOBODY: Session = { scope: 'read', source: 'open', actor: 'anonymous', keyId: null }

/** What every request passes before its body is read: who asks, may they, and not too often. */
export class Gate {
  readonly #settings: GateSettings
  readonly #general: RateLimiter
  readonly #heavy: RateLimiter
  readonly #authFailures: RateLimiter
  readonly #events: RateLimiter

  constructor(settings: GateSettings, clock: Clock) {
    this.#settings = settings
    this.#general = new RateLimiter(clock, settings.limits.general)
    this.#heavy = new RateLimiter(clock, settings.limits.heavy)
    this.#authFailures = new RateLimiter(clock, settings.limits.authFailures)
    this.#events = new RateLimiter(clock, settings.limits.events)
  }

  /** The session of an admitted request; throws 401, 403 or 429. */
  admit(visitor: Visitor, scope: RouteScope, traffic: Traffic): Session {
    if (!isProtected(visitor.path)) return NOBODY
    const session = this.#identify(visitor, scope)
    this.#limit(visitor, traffic)
    return session
  }

  #identify(visitor: Visitor, scope: RouteScope): Session {
    try {
      if (isLocalOnly(visitor.path) && !isAuthEnabled(this.#settings.auth) && !visitor.isLoopback) {
        throw unauthorized({ key: 'metricsAreLocal' })
      }
      const session = authenticate(this.#settings.auth, visitor.headers, isAdminPath(visitor.path))
      authorize(session, scope, this.#settings.auth)
      return session
    } catch (error) {
      throw this.#countFailure(visitor.client, error)
    }
  }

  #countFailure(client: string, error: unknown): unknown {
    if (!(error instanceof HttpError) || !this.#settings.limits.isEnabled) return error
    const wait = this.#authFailures.hit(`auth:${client}`)
    return wait === null ? error : tooMany('auth_rate_limited', { key: 'tooManyFailures' }, wait)
  }

  #limit(visitor: Visitor, traffic: Traffic): void {
    const { isEnabled, events } = this.#settings.limits
    if (!isEnabled || traffic === 'unlimited' || !visitor.path.startsWith('/api/v1')) return
    if (traffic === 'events' && events.requests === 0) return
    const limiter = traffic === 'events' ? this.#events : this.#general
    const client = `api:${visitor.client}`
    // Both are asked before either counts.
    const wait = (traffic === 'heavy' ? this.#heavy.retryAfter(client) : null) ?? limiter.hit(client)
    if (wait !== null) throw tooMany('rate_limited', { key: 'tooManyRequests' }, wait)
    if (traffic === 'heavy') this.#heavy.hit(client)
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
