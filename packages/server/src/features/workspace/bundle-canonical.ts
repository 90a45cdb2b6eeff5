import { BUNDLE_KEYS, BUNDLE_VERSION } from './bundle-versions.ts'
import { stepDown } from './canonical-depth.ts'
import { canonicalJson } from './canonical-json.ts'
import { legacyCanonical } from './legacy-canonical.ts'
import { markWholeFloats } from './whole-floats.ts'

/**
 * What checksum and signature of a bundle cover. The body is parsed anew: the one that was validated has defaults in it. A
 * bundle of ours is taken as it was sent, so that fields of later versions do not change the checksum of an older one.
 */
export function canonicalText(version: number, body: Buffer): string {
  const text = body.toString('utf8')
  if (version !== BUNDLE_VERSION) return legacyCanonical('#WorkspaceBundle', JSON.parse(markWholeFloats(text)))
  const sent = JSON.parse(text) as Readonly<Record<string, unknown>>
  const keys = BUNDLE_KEYS.filter(key => sent[key] !== undefined && sent[key] !== null)
  return `{${keys.map(key => `"${key}":${canonicalJson(sent[key], stepDown(null, key))}`).join()}}`
}
