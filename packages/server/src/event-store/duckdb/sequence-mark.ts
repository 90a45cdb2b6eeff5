import { closeSync, fdatasync, fdatasyncSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

const SYNC_EVERY_MS = 1000
const DIGITS = 16
const MARK = /^last acknowledged row (\d{16})\n$/

export function markPathOf(path: string): string {
  return `${path}.mark`
}

/** The sequence up to which rows were acknowledged; 0 where there is no mark, NaN where it can not be read. */
export function readMark(path: string): number {
  try {
    return Number(MARK.exec(readFileSync(markPathOf(path), 'latin1'))?.[1] ?? Number.NaN)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
    throw error
  }
}

/**
 * Says beside the events file how far it was acknowledged: DuckDB takes a log whose middle is damaged for one that was cut
 * by a crash, and drops the rest without a word. Written after each commit and before its acknowledgement, without a sync of
 * its own, so that it outlives the process; it is synced once a second, so that all but the last second outlives the machine.
 */
export class SequenceMark {
  readonly #path: string
  #file: number | null = null
  #timer: NodeJS.Timeout | null = null
  #sequence: number

  constructor(path: string) {
    this.#path = path
    this.#sequence = readMark(path)
  }

  /** Never fails: the rows are durable already. A mark that could not be written is behind, which is harmless. */
  advance(sequence: number): void {
    if (sequence <= this.#sequence) return
    try {
      this.#file ??= openMark(this.#path, sequence)
      writeSync(this.#file, textOf(sequence), 0)
      this.#sequence = sequence
      this.#syncSoon(this.#file)
    } catch {
      this.close()
    }
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#file === null) return
    const file = this.#file
    this.#file = null
    try {
      fdatasyncSync(file)
    } finally {
      closeSync(file)
    }
  }

  #syncSoon(file: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      fdatasync(file, () => undefined)
    }, SYNC_EVERY_MS).unref()
  }
}

/** Made aside and renamed, so that it is whole or absent. */
function openMark(path: string, sequence: number): number {
  const [place, aside] = [markPathOf(path), `${markPathOf(path)}.new`]
  const file = openSync(aside, 'w')
  writeSync(file, textOf(sequence), 0)
  fsyncSync(file)
  renameSync(aside, place)
  const folder = openSync(dirname(place), 'r')
  fsyncSync(folder)
  closeSync(folder)
  return file
}

function textOf(sequence: number): string {
  return `last acknowledged row ${String(sequence).padStart(DIGITS, '0')}\n`
}
