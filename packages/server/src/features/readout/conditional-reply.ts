import { createHash } from 'node:crypto'
import type { Language } from '../../http/language.ts'
import { type Reply, reply } from '../../http/route.ts'

export interface Conditional {
  /** Of the data and the design. */
  readonly version: string
  readonly engineVersion: string
  readonly language: Language
  readonly ifNoneMatch: string | undefined
}

/** 304 when the caller already holds this version, else the body with its ETag. */
export async function conditionalReply(condition: Conditional, body: () => Promise<unknown>): Promise<Reply> {
  const { version, engineVersion, language, ifNoneMatch } = condition
  const digest = createHash('sha256').update(`${version}|${engineVersion}|${language}`).digest('base64url')
  const etag = `"${digest.slice(0, 22)}"`
  const headers = { etag, vary: 'Accept-Language', 'cache-control': 'no-cache' }
  const held = (ifNoneMatch ?? '').split(',').map(tag => tag.trim().replace(/^W\//, ''))
  if (held.includes(etag) || held.includes('*')) return reply(304, null, headers)
  return reply(200, await body(), headers)
}
