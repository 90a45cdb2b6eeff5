import { createHash, timingSafeEqual } from 'node:crypto'
import { forbidden, unauthorized } from './errors.ts'

/** admin contains write contains read. */
export type Scope = 'read' | 'write' | 'admin'
export type RouteScope = 'public' | Scope

export interface AuthSettings {
  readonly writeToken: string | null
  readonly readToken: string | null
  readonly adminToken: string | null
  readonly publicDemo: boolean
}

export interface Session {
  readonly scope: Scope
  readonly source: 'legacy' | 'api_key' | 'admin_token' | 'anonymous' | 'open'
  /** Who the audit log names. */
  readonly actor: string
  /** The API key it came with, if it was one. */
  readonly keyId: string | null
}

const RANK: Record<RouteScope, number> = { public: 0, read: 1, write: 2, admin: 3 }

/** Whose request this is. Throws 401 when a credential is missing or unknown. */
export function authenticate(
  settings: AuthSettings,
  headers: { readonly authorization?: string | undefined; readonly 'x-api-key'?: string | string[] | undefined },
  isAdminPath: boolean,
): Session {
  const token = presentedToken(headers)
  if (token === null) return withoutToken(settings, isAdminPath)
  if (!isAuthEnabled(settings) && !isAdminPath)
    return { scope: 'write', source: 'open', actor: 'anonymous', keyId: null }
  return withToken(settings, token)
}

/** Throws 403 when the session may not use a route of this scope. */
export function authorize(session: Session, required: RouteScope, settings: AuthSettings): void {
  if (RANK[session.scope] >= RANK[required]) return
  if (required !== 'admin') throw forbidden({ key: 'mayOnlyRead' })
  if (settings.adminToken === null) throw adminNotConfigured()
  throw forbidden({ key: 'sendAdminToken' }, 'admin_token_required')
}

export function isAuthEnabled(settings: AuthSettings): boolean {
  return (
    settings.publicDemo || [settings.writeToken, settings.readToken, settings.adminToken].some(token => token !== null)
  )
}

function presentedToken(headers: {
  readonly authorization?: string | undefined
  readonly 'x-api-key'?: string | string[] | undefined
}): string | null {
  if (headers.authorization?.startsWith('Bearer ')) return headers.authorization.slice('Bearer '.length)
  const key = headers['x-api-key']
  return typeof key === 'string' && key !== '' ? key : null
}

function withoutToken(settings: AuthSettings, isAdminPath: boolean): Session {
  if (isAdminPath) throw settings.adminToken === null ? adminNotConfigured() : unauthorized({ key: 'sendAdminToken' })
  if (!isAuthEnabled(settings)) return { scope: 'write', source: 'open', actor: 'anonymous', keyId: null }
  if (settings.publicDemo) return { scope: 'read', source: 'anonymous', actor: 'anonymous', keyId: null }
  throw unauthorized({ key: 'sendToken' })
}

function withToken(settings: AuthSettings, token: string): Session {
  if (isSame(token, settings.adminToken))
    return { scope: 'admin', source: 'admin_token', actor: 'admin_token', keyId: null }
  if (isSame(token, settings.writeToken))
    return { scope: 'write', source: 'legacy', actor: 'legacy_token:write', keyId: null }
  if (isSame(token, settings.readToken))
    return { scope: 'read', source: 'legacy', actor: 'legacy_token:read', keyId: null }
  throw unauthorized({ key: 'unknownToken' })
}

function adminNotConfigured() {
  return unauthorized({ key: 'noAdminToken' }, 'admin_token_not_configured')
}

// Digests first, so that neither the length nor a common prefix shows in the time it takes.
function isSame(presented: string, expected: string | null): boolean {
  if (expected === null) return false
  return timingSafeEqual(digest(presented), digest(expected))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
