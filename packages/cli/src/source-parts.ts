import type { Item, SourceRows } from './source-rows.ts'

/** Rows that are sent and acknowledged together. */
export interface SourcePart {
  /** Rows of the source before it. */
  readonly from: number
  /** Its rows, from its start each time they are asked for. */
  batches(): AsyncIterable<readonly Item[]>
}

const BATCH_ROWS = 1000

/** A source in parts of so many rows, after the first `skip`. The file is read once, and again only where a part is. */
export function* sourceParts(rows: SourceRows, skip: number, partRows: number): Generator<SourcePart> {
  let reading = readingFrom(rows, skip)
  for (let from = skip; from < rows.total; from += partRows) {
    const start = from
    let isFirst = true
    yield {
      from,
      batches() {
        // Whoever asked before may still be reading, into nothing.
        if (!isFirst) reading = readingFrom(rows, start)
        isFirst = false
        return upTo(reading, start + partRows)
      },
    }
  }
}

interface Reading {
  at: number
  readonly batches: AsyncIterator<readonly Item[]>
}

function readingFrom(rows: SourceRows, skip: number): Reading {
  return { at: skip, batches: rows.batches(skip, BATCH_ROWS)[Symbol.asyncIterator]() }
}

async function* upTo(reading: Reading, end: number): AsyncGenerator<readonly Item[]> {
  while (reading.at < end) {
    const { value, done } = await reading.batches.next()
    if (done) return
    reading.at += value.length
    yield value
  }
}
