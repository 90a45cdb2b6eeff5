const PRIME = 0x01000193

/** The hash of the empty text, from which every hash starts. */
export const FNV_OFFSET_BASIS = 0x811c9dc5

/**
 * The 32-bit FNV-1a hash of a text, from 0 to 2³² − 1: for each Unicode code point c, h = (h XOR c) · 0x01000193 mod 2³²,
 * from h = 0x811C9DC5. A code point above U+FFFF enters whole; a lone surrogate enters as itself.
 * It equals the byte-wise FNV-1a only for ASCII. Source: Fowler, Noll & Vo, FNV-1a; draft-eastlake-fnv.
 */
export function fnv32a(text: string): number {
  return continueFnv32a(FNV_OFFSET_BASIS, text)
}

/**
 * The hash of prefix + text from the hash of the prefix, without building that string. A surrogate pair torn between the
 * two counts as two code points.
 */
export function continueFnv32a(prefixHash: number, text: string): number {
  let hash = prefixHash
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    const point = isHighSurrogate(unit) ? text.codePointAt(i)! : unit
    if (point > 0xffff) i += 1
    hash = Math.imul(hash ^ point, PRIME)
  }
  return hash >>> 0
}

// Division gives the last digit first and the hash wants the first digit first. One buffer serves every call: none overlaps another.
const digits = new Uint8Array(10)

/** fnv32a(String(value)) for an unsigned 32-bit integer; printing the number would take longer than both hashes. */
export function fnv32aOfDecimal(value: number): number {
  let count = 0
  let rest = value >>> 0
  do {
    const quotient = (rest / 10) >>> 0
    digits[count] = rest - quotient * 10
    count += 1
    rest = quotient
  } while (rest > 0)
  let hash = FNV_OFFSET_BASIS
  while (count > 0) {
    count -= 1
    hash = Math.imul(hash ^ (CODE_OF_ZERO + digits[count]!), PRIME)
  }
  return hash >>> 0
}

const CODE_OF_ZERO = 48

function isHighSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800
}
