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

/** A key that is stored and not revoked. */
export interface KnownKey {
  readonly id: string
  readonly scope: 'read' | 'write'
  /** Limits of its own; null where the general one holds. */
  readonly requests: number | null
  readonly windowSeconds: number | null
}

/** The stored keys. What is remembered is answered at once, what has to be looked up by a promise. */
export interface KeyLookup {
  /** Whether any is stored; a revoked one counts. */
  hasAny(): boolean | Promise<boolean>
  find(token: string): KnownKey | null | Promise<KnownKey | null>
}

/** Whose request it is, and the key it came with. */
export interface Identity {
  readonly session: Session
  readonly key: KnownKey | null
}

export interface CredentialHeaders {
  readonly authorization?: string | undefined
  readonly 'x-api-key'?: string | string[] | undefined
}

/** What a route asks of a session. */
export interface Demand {
  readonly method: string
  readonly scope: RouteScope
  /** Visitors of a public demo are not enough. */
  readonly needsCredential: boolean
}

const RANK: Record<RouteScope, number> = { public: 0, read: 1, write: 2, admin: 3 }
/** Methods that change nothing. */
export const READING: readonly string[] = ['GET', 'HEAD', 'OPTIONS']
const OPEN: Identity = { session: { scope: 'write', source: 'open', actor: 'anonymous', keyId: null }, key: null }
const VISITOR: Identity = {
  session: { scope: 'read', source: 'anonymous', actor: 'anonymous', keyId: null },
  key: null,
}

/** Whose request this is. Throws 401 when a credential is missing or unknown. */
export async function authenticate(
  settings: AuthSettings,
  keys: KeyLookup,
  headers: CredentialHeaders,
  isAdminPath: boolean,
): Promise<Identity> {
  if (!isAdminPath && !(await isAuthEnabled(settings, keys))) return OPEN
  const token = presentedToken(headers)
  if (token === null) return withoutToken(settings, isAdminPath)
  const session = sharedToken(settings, token)
  return session === null ? withKey(await keys.find(token)) : { session, key: null }
}

/** Throws 403 when the session may not use the route. */
export function authorize(session: Session, demand: Demand, settings: AuthSettings): void {
  if (demand.needsCredential && session.source === 'anonymous') throw forbidden({ key: 'visitorsMayNot' })
  if (RANK[session.scope] >= RANK[demand.scope]) return
  const isWriteByReader = session.scope === 'read' && !READING.includes(demand.method)
  if (demand.scope !== 'admin' || isWriteByReader) throw forbidden({ key: 'mayOnlyRead' })
  if (settings.adminToken === null) throw adminNotConfigured()
  throw forbidden({ key: 'sendAdminToken' }, 'admin_token_required')
}

export async function isAuthEnabled(settings: AuthSettings, keys: Pick<KeyLookup, 'hasAny'>): Promise<boolean> {
  const { publicDemo, writeToken, readToken, adminToken } = settings
  return publicDemo || (writeToken ?? readToken ?? adminToken) !== null || keys.hasAny()
}

function presentedToken(headers: CredentialHeaders): string | null {
  if (headers.authorization?.startsWith('Bearer ')) return headers.authorization.slice('Bearer '.length)
  const key = headers['x-api-key']
  return typeof key === 'string' && key !== '' ? key : null
}

function withoutToken({ adminToken, publicDemo }: AuthSettings, isAdminPath: boolean): Identity {
  if (isAdminPath) throw adminToken === null ? adminNotConfigured() : unauthorized({ key: 'sendAdminToken' })
  if (publicDemo) return VISITOR
  throw unauthorized({ key: 'sendToken' })
}

function sharedToken({ adminToken, writeToken, readToken }: AuthSettings, token: string): Session | null {
  const presented = digest(token)
  if (isSame(presented, adminToken)) return { scope: 'admin', source: 'admin_token', actor: 'admin_token', keyId: null }
  if (isSame(presented, writeToken))
    return { scope: 'write', source: 'legacy', actor: 'legacy_token:write', keyId: null }
  if (isSame(presented, readToken)) return { scope: 'read', source: 'legacy', actor: 'legacy_token:read', keyId: null }
  return null
}

function withKey(key: KnownKey | null): Identity {
  if (key === null) throw unauthorized({ key: 'unknownToken' })
  return { session: { scope: key.scope, source: 'api_key', actor: `api_key:${key.id}`, keyId: key.id }, key }
}

function adminNotConfigured() {
  return unauthorized({ key: 'noAdminToken' }, 'admin_token_not_configured')
}

// Digests, so that neither the length nor a common prefix shows in the time it takes.
function isSame(presented: Buffer, expected: string | null): boolean {
  return expected !== null && timingSafeEqual(presented, digest(expected))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
