import { isUtf8 } from 'node:buffer'

export interface TextLines {
  readonly lines: readonly string[]
  /** Lines that are no text, by their place in `lines`, where they are empty. */
  readonly faults: ReadonlyMap<number, LineFault>
}

export type LineFault = 'line_too_long' | 'json_invalid'

const LINE_FEED = 10

export function textLines(bytes: Buffer, mostLineBytes: number): TextLines {
  const faults = new Map<number, LineFault>()
  const lines = isUtf8(bytes) ? bytes.toString('utf8').split('\n') : linesApart(bytes, mostLineBytes, faults)
  for (let at = 0; at < lines.length; at += 1) {
    if (!isTooLong(lines[at]!, mostLineBytes)) continue
    lines[at] = ''
    faults.set(at, 'line_too_long')
  }
  return { lines, faults }
}

/** Byte by byte, since some line is not UTF-8. */
function linesApart(bytes: Buffer, mostLineBytes: number, faults: Map<number, LineFault>): string[] {
  const lines: string[] = []
  for (let from = 0; from <= bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, from)
    const end = found === -1 ? bytes.length : found
    const line = bytes.subarray(from, end)
    const isText = isUtf8(line)
    if (!isText) faults.set(lines.length, line.length > mostLineBytes ? 'line_too_long' : 'json_invalid')
    lines.push(isText ? line.toString('utf8') : '')
    from = end + 1
  }
  return lines
}

// No character takes more than three bytes a code unit.
function isTooLong(line: string, mostLineBytes: number): boolean {
  return line.length * 3 > mostLineBytes && Buffer.byteLength(line) > mostLineBytes
}
