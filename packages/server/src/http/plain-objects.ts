import { isUtf8 } from 'node:buffer'

const [LINE_FEED, CARRIAGE_RETURN, COMMA, OPENING, CLOSING] = [10, 13, 44, 123, 125]

/**
 * The values of lines that hold one flat object each, parsed together, which is much faster; null when some line may
 * hold anything else, and the bytes are as they were. A line that begins with the only opening brace it has and ends
 * with its only closing one can not reach into the next: then there would be fewer objects than lines.
 */
export function plainObjects(bytes: Buffer, mostLineBytes: number): readonly object[] | null {
  if (!isUtf8(bytes)) return null
  const ends = endsOfObjects(bytes, mostLineBytes)
  return ends === null ? null : parseJoined(bytes, ends)
}

/** Where the line feed after each line stands; null when a line is not an opening brace, no brace, a closing brace. */
function endsOfObjects(bytes: Buffer, mostLineBytes: number): readonly number[] | null {
  const ends: number[] = []
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, start)
    const end = found === -1 ? bytes.length : found
    const last = bytes[end - 1] === CARRIAGE_RETURN ? end - 2 : end - 1
    if (end - start > mostLineBytes || bytes[start] !== OPENING) return null
    if (bytes.indexOf(CLOSING, start) !== last) return null
    const nextOpening = bytes.indexOf(OPENING, start + 1)
    if (nextOpening !== -1 && nextOpening < last) return null
    ends.push(end)
    start = end + 1
  }
  return ends
}

function parseJoined(bytes: Buffer, ends: readonly number[]): readonly object[] | null {
  const inner = ends.slice(0, -1)
  for (const end of inner) bytes[end] = COMMA
  const text = bytes.toString('utf8')
  for (const end of inner) bytes[end] = LINE_FEED
  // An escape may hide half a character, which is looked for line by line.
  if (text.includes('\\u')) return null
  try {
    const objects = JSON.parse(`[${text}]`) as readonly object[]
    return objects.length === ends.length ? objects : null
  } catch {
    return null
  }
}
