import { createHash } from 'node:crypto'
import { type Clock, isoTime } from '../../clock.ts'
import type { KeyLookup, KnownKey } from '../../http/auth.ts'
import type { AuditEntry } from '../audit/audit-repository.ts'
import type { ApiKey } from './api-key-schema.ts'
import type { ApiKeysRepository } from './api-keys-repository.ts'

/** So soon a change by another process is seen. */
const REMEMBERED_MS = 3000
const MOST_KEYS = 1000
const USE_NOTED_EVERY_MS = 60_000
const FORM = /^abk_[A-Za-z0-9_-]{43}$/

interface Remembered<T> {
  readonly value: T
  readonly until: number
}

export interface KeyDirectoryTools {
  readonly keys: Pick<ApiKeysRepository, 'findUsable' | 'hasAny' | 'recordUse'>
  readonly clock: Clock
  /** A use that could not be noted. */
  readonly onFailure: (error: unknown) => void
}

/** The digest under which a key is stored. */
export function digestOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** The keys that requests come with: looked up once in a few seconds, their use noted once a minute. */
export class KeyDirectory implements KeyLookup {
  readonly #tools: KeyDirectoryTools
  readonly #known = new Map<string, Remembered<KnownKey>>()
  readonly #noted = new Map<string, number>()
  readonly #noting = new Set<Promise<void>>()
  #any: Remembered<boolean> | null = null
  #changes = 0

  constructor(tools: KeyDirectoryTools) {
    this.#tools = tools
  }

  hasAny(): boolean | Promise<boolean> {
    return this.#any !== null && this.#isFresh(this.#any) ? this.#any.value : this.#readAny()
  }

  find(token: string): KnownKey | null | Promise<KnownKey | null> {
    if (!FORM.test(token)) return null
    const digest = digestOfKey(token)
    const known = this.#known.get(digest)
    return known !== undefined && this.#isFresh(known) ? known.value : this.#read(digest)
  }

  /** Forgets everything: a key was made, revoked or deleted. */
  changed(): void {
    this.#changes += 1
    this.#known.clear()
    this.#any = null
  }

  /** Notes a use in the background, at most once a minute a key. */
  wasUsed(keyId: string, by: Pick<AuditEntry, 'requestId' | 'clientAddress'>): void {
    const now = this.#tools.clock.now()
    const noted = this.#noted.get(keyId)
    if (noted !== undefined && now >= noted && now - noted < USE_NOTED_EVERY_MS) return
    remember(this.#noted, keyId, now)
    const noting: Promise<void> = this.#note(keyId, now, by).finally(() => this.#noting.delete(noting))
    this.#noting.add(noting)
  }

  /** Ends when every use is noted. */
  async settled(): Promise<void> {
    await Promise.all(this.#noting)
  }

  async #note(keyId: string, now: number, by: Pick<AuditEntry, 'requestId' | 'clientAddress'>): Promise<void> {
    const entry: AuditEntry = {
      action: 'api_key_used',
      at: isoTime(now),
      projectId: null,
      projectName: null,
      actor: `api_key:${keyId}`,
      keyId,
      ...by,
      diff: null,
    }
    try {
      await this.#tools.keys.recordUse(keyId, isoTime(now - USE_NOTED_EVERY_MS), entry)
    } catch (error) {
      this.#tools.onFailure(error)
    }
  }

  // What is read while a key changes may be of before; it is answered, not kept.
  async #readAny(): Promise<boolean> {
    const [changes, until] = [this.#changes, this.#tools.clock.now() + REMEMBERED_MS]
    const value = await this.#tools.keys.hasAny()
    if (changes === this.#changes) this.#any = { value, until }
    return value
  }

  async #read(digest: string): Promise<KnownKey | null> {
    const [changes, until] = [this.#changes, this.#tools.clock.now() + REMEMBERED_MS]
    const key = await this.#tools.keys.findUsable(digest)
    this.#known.delete(digest)
    if (key === null) return null
    const value = knownKey(key)
    if (changes === this.#changes) remember(this.#known, digest, { value, until })
    return value
  }

  // A clock that was set back keeps nothing for longer.
  #isFresh({ until }: Remembered<unknown>): boolean {
    const left = until - this.#tools.clock.now()
    return left > 0 && left <= REMEMBERED_MS
  }
}

function knownKey({ id, scope, rate_limit_requests: requests, rate_limit_window_seconds: windowSeconds }: ApiKey) {
  return { id, scope, requests, windowSeconds }
}

// The oldest goes first.
function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key)
  if (map.size >= MOST_KEYS) map.delete(map.keys().next().value!)
  map.set(key, value)
}
