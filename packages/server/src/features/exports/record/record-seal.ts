import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

/** A record with what shows that it was not changed since. */
export interface SealedRecord {
  readonly record: Readonly<Record<string, unknown>>
  /** Of the canonical record, hexadecimal. */
  readonly sha256: string
  /** With the workspace's signing key; null where there is none. */
  readonly hmac_sha256: string | null
}

export function sealRecord(record: SealedRecord['record'], key: string | null): SealedRecord {
  const text = canonicalJson(record)
  return { record, sha256: digestOf(text), hmac_sha256: key === null ? null : signatureOf(text, key) }
}

export interface SealCheck {
  readonly isWhole: boolean
  /** Null where there is no signature, or no key to check it with. */
  readonly isSigned: boolean | null
}

export function checkSeal({ record, sha256, hmac_sha256: hmac }: SealedRecord, key: string | null): SealCheck {
  const text = canonicalJson(record)
  return {
    isWhole: isSame(sha256, digestOf(text)),
    isSigned: hmac === null || key === null ? null : isSame(hmac, signatureOf(text, key)),
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function signatureOf(text: string, key: string): string {
  return createHmac('sha256', key).update(text).digest('hex')
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
