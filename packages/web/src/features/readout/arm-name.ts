import type { Speech } from '../../i18n/language-context.ts'

/** Arm 0 is control; a single other arm needs no number. */
export function armName(arm: number, armCount: number, { words, say, formats }: Speech): string {
  if (arm === 0) return words.readout.control
  if (armCount === 2) return words.readout.treatment
  return say(words.readout.treatmentNumber, { number: formats.count(arm) })
}

export function armCountOf(live: { readonly comparisons: readonly unknown[] }): number {
  return live.comparisons.length + 1
}
