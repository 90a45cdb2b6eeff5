/** A server takes no field of a form that is larger than 128 KiB, unless it is told to. */
const GREATEST_BYTES = 120_000

/** Lists of ids that fit into one parameter each. */
export function splitIds(ids: Iterable<string>): readonly (readonly string[])[] {
  const parts: string[][] = []
  let bytes = GREATEST_BYTES
  for (const id of ids) {
    const size = writtenBytes(id)
    if (bytes + size > GREATEST_BYTES) {
      parts.push([])
      bytes = 0
    }
    parts.at(-1)!.push(id)
    bytes += size
  }
  return parts
}

/** In quotes, with a comma, special characters escaped. */
function writtenBytes(id: string): number {
  const escapes = id.match(/[\t\n\r'\\]/g)?.length ?? 0
  return Buffer.byteLength(id) + escapes + 3
}
