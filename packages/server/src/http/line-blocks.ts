import { plainObjects } from './plain-objects.ts'
import { type TextLines, textLines } from './text-lines.ts'

/** Some lines of a body, in order; 5,000 at most. */
export interface LineBlock {
  /** Number of the first line; the first of a body is 1. */
  readonly firstLine: number
  /** The value of each line, when every line is one flat object without escapes; else null: see `texts`. */
  objects(): readonly object[] | null
  texts(): TextLines
}

const MOST_LINES = 5000
const MOST_LINE_BYTES = 65_536
const BLOCK_BYTES = 262_144
const LINE_FEED = 10
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])

/** Cuts a body into blocks of whole lines; never holds more than a block and a part. */
export async function* lineBlocks(parts: AsyncIterable<Buffer>): AsyncGenerator<LineBlock> {
  const cutter = new LineCutter()
  for await (const part of parts) {
    cutter.add(part)
    if (cutter.heldBytes >= BLOCK_BYTES) yield* cutter.take(false)
  }
  yield* cutter.take(true)
}

class LineCutter {
  #held: Buffer[] = []
  #lineNumber = 1
  #isAtStart = true
  /** The line that is being read is too long already; what follows of it is dropped. */
  #isDropping = false
  heldBytes = 0

  add(part: Buffer): void {
    this.#held.push(part)
    this.heldBytes += part.length
  }

  /** The whole lines so far; at the end, the last one too. */
  *take(isEnd: boolean): Generator<LineBlock> {
    const bytes = this.#takeBytes()
    const isOpen = isEnd && bytes.at(-1) !== LINE_FEED
    const end = isOpen ? bytes.length : bytes.lastIndexOf(LINE_FEED)
    if (end >= 0) yield* this.#blocksOf(bytes.subarray(0, end))
    this.#keep(bytes.subarray(end + 1))
  }

  #takeBytes(): Buffer {
    const all = this.#held.length === 1 ? this.#held[0]! : Buffer.concat(this.#held)
    const isMarked = this.#isAtStart && all.subarray(0, 3).equals(BYTE_ORDER_MARK)
    this.#isAtStart = false
    return isMarked ? all.subarray(3) : all
  }

  *#blocksOf(bytes: Buffer): Generator<LineBlock> {
    let from = 0
    if (this.#isDropping) {
      yield tooLongLine(this.#lineNumber)
      this.#lineNumber += 1
      this.#isDropping = false
      from = lineEnd(bytes, 0) + 1
    }
    while (from < bytes.length) {
      const [end, count] = endOfLines(bytes, from)
      yield newBlock(this.#lineNumber, bytes.subarray(from, end))
      this.#lineNumber += count
      from = end + 1
    }
  }

  #keep(rest: Buffer): void {
    this.#isDropping ||= rest.length > MOST_LINE_BYTES
    // A copy: a view would keep the whole block in memory.
    this.#held = this.#isDropping || rest.length === 0 ? [] : [Buffer.from(rest)]
    this.heldBytes = this.#isDropping ? 0 : rest.length
  }
}

function tooLongLine(firstLine: number): LineBlock {
  return { firstLine, objects: () => null, texts: () => ({ lines: [''], faults: new Map([[0, 'line_too_long']]) }) }
}

function lineEnd(bytes: Buffer, from: number): number {
  const found = bytes.indexOf(LINE_FEED, from)
  return found === -1 ? bytes.length : found
}

/** Where as many lines as a block may have end, and how many they are. */
function endOfLines(bytes: Buffer, from: number): readonly [end: number, count: number] {
  let [end, count] = [lineEnd(bytes, from), 1]
  while (end < bytes.length && count < MOST_LINES) {
    end = lineEnd(bytes, end + 1)
    count += 1
  }
  return [end, count]
}

function newBlock(firstLine: number, bytes: Buffer): LineBlock {
  return {
    firstLine,
    objects: () => plainObjects(bytes, MOST_LINE_BYTES),
    texts: () => textLines(bytes, MOST_LINE_BYTES),
  }
}
