import type { NoAnswerReason } from '../inference.ts'
import { isLevel } from '../level.ts'
import type { RandomGenerator } from '../random.ts'

/** How a resampling method runs. */
export interface ResamplingOptions {
  readonly alpha: number
  /** resamples, and permutations; 1 to 100,000, 1,000 or more for an interval that is to be read */
  readonly draws: number
  readonly random: RandomGenerator
  /** told the share of the work that is done, up to 1, at most a hundred times; throw in it to stop */
  readonly progress?: (share: number) => void
}

const MOST_DRAWS = 100_000

/** Why these samples cannot be resampled; null when they can. */
export function resamplingFault(
  samples: readonly ArrayLike<number>[],
  { alpha, draws }: ResamplingOptions,
): NoAnswerReason | null {
  if (!(isLevel(alpha) && Number.isInteger(draws) && draws >= 1 && draws <= MOST_DRAWS)) return 'out_of_range'
  if (samples.some(sample => sample.length < 2)) return 'too_few_persons'
  for (const sample of samples) {
    for (let i = 0; i < sample.length; i += 1) if (!Number.isFinite(sample[i]!)) return 'not_finite'
  }
  const first = samples[0]![0]!
  return samples.every(sample => Array.prototype.every.call(sample, value => value === first)) ? 'zero_variance' : null
}

/** Runs `step` `draws` times and tells how far it is, between the shares `from` and `from` + 1/2 of the whole. */
export function runDraws(
  draws: number,
  step: (draw: number) => void,
  progress: ((share: number) => void) | undefined,
  from: 0 | 0.5,
): void {
  const chunk = Math.max(1, Math.ceil(draws / 50))
  for (let draw = 0; draw < draws; draw += 1) {
    step(draw)
    if (draw % chunk === chunk - 1 || draw === draws - 1) progress?.(from + (draw + 1) / draws / 2)
  }
}
