import type { SealedRecord } from '@verdict/server'

const DIGEST = /^[0-9a-f]{64}$/

/** A parsed file as a sealed record; throws what is missing. */
export function sealedRecordOf(value: unknown): SealedRecord {
  if (!isObject(value)) throw new Error('it is no JSON object')
  const { record, sha256, hmac_sha256: hmac = null } = value
  if (!isObject(record)) throw new Error('it has no record')
  if (typeof record.experiment_id !== 'string') throw new Error('its record names no experiment')
  if (typeof sha256 !== 'string' || !DIGEST.test(sha256)) throw new Error('it has no sha256')
  if (hmac !== null && (typeof hmac !== 'string' || !DIGEST.test(hmac))) throw new Error('its hmac_sha256 is no digest')
  return { record, sha256, hmac_sha256: hmac }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
