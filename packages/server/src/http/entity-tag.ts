import { createHash } from 'node:crypto'

/** A short digest of a content: equal for equal content, and practically never otherwise. */
export function digestOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22)
}

/** Whether If-None-Match names the tag; it compares weakly, as RFC 9110 asks, for a proxy may have weakened the tag. */
export function isHeld(etag: string, ifNoneMatch: string | undefined): boolean {
  const held = (ifNoneMatch ?? '').split(',').map(tag => tag.trim().replace(/^W\/(?=")/, ''))
  return held.includes(etag) || held.includes('*')
}

/** Whether If-Match allows a change of what has this tag; it compares strongly, and its absence allows everything. */
export function isAllowed(etag: string, ifMatch: string | undefined): boolean {
  if (ifMatch === undefined) return true
  const named = ifMatch.split(',').map(tag => tag.trim())
  return named.includes(etag) || named.includes('*')
}
