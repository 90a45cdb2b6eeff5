import type { Speech } from '../../i18n/language-context.ts'
import type { IconName } from '../../ui/icon.tsx'
import type { Tone } from '../../ui/tone-badge.tsx'

/** A result in words, with a sign and a colour. */
export interface Finding {
  readonly tone: Tone
  readonly icon: IconName
  readonly text: string
}

interface FindingInput {
  readonly isEvaluable: boolean
  readonly isSignificant: boolean
  readonly effect: number
  /** Which sign is good: increase or decrease. */
  readonly direction: string
  /** False for a planned read whose look has not been taken: peeking must not look like a result. */
  readonly isDue?: boolean
}

export function findingOf(input: FindingInput, { words }: Speech): Finding {
  const { comparisons: text } = words.readout
  if (!input.isEvaluable) return { tone: 'plain', icon: 'minus', text: text.tooFew }
  if (!input.isSignificant || input.effect === 0) return { tone: 'plain', icon: 'minus', text: text.noDifference }
  const isHigher = input.effect > 0
  const isBetter = isHigher === (input.direction !== 'decrease')
  const change = isHigher ? text.higher : text.lower
  if (input.isDue === false) return { tone: 'wait', icon: 'wait', text: `${change} · ${text.early}` }
  return isBetter
    ? { tone: 'good', icon: 'check', text: `${change} · ${text.better}` }
    : { tone: 'bad', icon: 'cross', text: `${change} · ${text.worse}` }
}
