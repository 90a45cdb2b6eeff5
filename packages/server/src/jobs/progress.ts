import type { OnProgress } from './computation.ts'

const THOUSANDTHS = 1000

/** How far a computation is, in memory that its threads write and the server reads. */
export class Progress {
  readonly cells: SharedArrayBuffer
  readonly #view: Int32Array

  constructor(parts: number) {
    this.cells = new SharedArrayBuffer(parts * Int32Array.BYTES_PER_ELEMENT)
    this.#view = new Int32Array(this.cells)
  }

  /** Mean share of the parts, 0 to 1. */
  get share(): number {
    let sum = 0
    for (let part = 0; part < this.#view.length; part += 1) sum += Atomics.load(this.#view, part)
    return sum / this.#view.length / THOUSANDTHS
  }
}

/** Writes one part's share into the memory of a `Progress`. */
export function progressWriter(cells: SharedArrayBuffer, part: number): OnProgress {
  const view = new Int32Array(cells)
  return share => {
    Atomics.store(view, part, Math.round(Math.min(1, Math.max(0, share)) * THOUSANDTHS))
  }
}
