import type { RandomStream } from '../random.ts'

/** Which order statistics of either arm are wanted (0 is the smallest), and after how many dealt its last one is known. */
export interface DealtRanks {
  readonly treatment: number
  readonly treatmentStop: number
  readonly control: number
  readonly controlStop: number
}

/**
 * Deals 0..total-1 in order to a treatment of `size` and the rest (selection sampling, Knuth 3.4.2 S), until the wanted
 * ranks of both are known. `places`: where the wanted order statistic of the treatment and its last one fell, then those of
 * the control. The generator's state is kept in registers.
 */
export function dealRanks(
  stream: RandomStream,
  total: number,
  size: number,
  { treatment, treatmentStop, control, controlStop }: DealtRanks,
  places: Int32Array,
): void {
  let a = stream[0]!
  let b = stream[1]!
  let c = stream[2]!
  let counter = stream[3]!
  let [taken, passed] = [0, 0]
  for (let at = 0; taken < treatmentStop || passed < controlStop; at += 1) {
    const word = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + word) | 0
    if (((word >>> 0) + 0.5) * 2 ** -32 * (total - at) < size - taken) {
      if (taken <= treatment) places[0] = at
      if (taken < treatmentStop) places[1] = at
      taken += 1
    } else {
      if (passed <= control) places[2] = at
      if (passed < controlStop) places[3] = at
      passed += 1
    }
  }
  stream[0] = a
  stream[1] = b
  stream[2] = c
  stream[3] = counter
}
