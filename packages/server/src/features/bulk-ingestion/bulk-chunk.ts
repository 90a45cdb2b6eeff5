import type { LineBlock } from '../../http/line-blocks.ts'
import type { LineKind, StoredItem } from './line-kinds.ts'
import type { Fault, LineReader, LineSink } from './line-reader.ts'

export interface RefusedLine extends Fault {
  readonly line: number
}

/** Items of one experiment and one table, in the order of their lines. */
export interface LineGroup {
  readonly experimentId: string
  readonly batch: LineKind['batch']
  readonly items: StoredItem[]
  /** The line of each item. */
  readonly lines: number[]
}

export interface BulkChunk {
  readonly groups: readonly LineGroup[]
  readonly refused: readonly RefusedLine[]
}

/** Reads and sorts the lines of a block. Blank lines are nothing. */
export function readChunk(block: LineBlock, reader: LineReader): BulkChunk {
  const chunk = new GroupedLines()
  const objects = block.objects()
  if (objects === null) readTexts(block, reader, chunk)
  else for (let at = 0; at < objects.length; at += 1) reader.readValue(block.firstLine + at, objects[at], chunk)
  return { groups: chunk.groups, refused: chunk.refused }
}

function readTexts(block: LineBlock, reader: LineReader, chunk: GroupedLines): void {
  const { lines, faults } = block.texts()
  for (let at = 0; at < lines.length; at += 1) {
    const line = block.firstLine + at
    const unreadable = faults.get(at)
    if (unreadable !== undefined) chunk.refuse(line, { reason: unreadable, path: null })
    else if (lines[at]!.trim() !== '') reader.readText(line, lines[at]!, chunk)
  }
}

/**
 * Lines by experiment and table: what they say of different ones does not touch, so their order among each other is
 * free, and the store takes each group at once.
 */
class GroupedLines implements LineSink {
  readonly #byExperiment = new Map<string, Map<string, LineGroup>>()
  readonly groups: LineGroup[] = []
  readonly refused: RefusedLine[] = []
  #last: LineGroup | null = null

  take(line: number, experimentId: string, batch: LineKind['batch'], item: StoredItem): void {
    const last = this.#last
    const isSame = last !== null && last.experimentId === experimentId && last.batch === batch
    const group = isSame ? last : this.#groupOf(experimentId, batch)
    group.items.push(item)
    group.lines.push(line)
  }

  refuse(line: number, { reason, path }: Fault): void {
    this.refused.push({ line, reason, path })
  }

  #groupOf(experimentId: string, batch: LineKind['batch']): LineGroup {
    const batches = this.#byExperiment.get(experimentId) ?? new Map<string, LineGroup>()
    const known = batches.get(batch)
    const group = known ?? { experimentId, batch, items: [], lines: [] }
    if (known === undefined) this.groups.push(group)
    this.#byExperiment.set(experimentId, batches.set(batch, group))
    this.#last = group
    return group
  }
}
