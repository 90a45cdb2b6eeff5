import { detectableEffect, normalQuantile, normalUpperQuantile, powerTwoProportions } from '@verdict/stats'
import type { Speech } from '../../http/speech.ts'
import { round, roundOrNull } from '../../http/wire-numbers.ts'
import type { ExperimentPayload } from '../projects/experiment-input.ts'
import type { ExperimentReport } from './report-schema.ts'

type Guardrail = ExperimentPayload['metrics']['guardrail_metrics'][number]

/** What each guardrail can show at the size of the primary metric, at the design's nominal alpha and power. */
export function guardrailReports(
  { metrics: { guardrail_metrics: guardrails, alpha, power } }: ExperimentPayload,
  size: number,
  { say, words }: Speech,
): ExperimentReport['guardrail_metrics'] {
  return guardrails.map(guardrail => {
    const isRate = guardrail.metric_type === 'binary'
    const detectable = isRate ? rateEffect(guardrail, size, alpha, power) : meanEffect(guardrail, size, alpha, power)
    const note = detectable === null ? words.report.guardrailOutOfReach : words.report.guardrailNote
    return {
      name: guardrail.name,
      metric_type: guardrail.metric_type,
      baseline: isRate ? guardrail.baseline_rate! : guardrail.baseline_mean!,
      detectable_mde_pp: isRate ? roundOrNull(detectable, 3) : null,
      detectable_mde_absolute: isRate ? null : roundOrNull(detectable, 4),
      note: say(note, { power: round(power * 100, 2), size }),
    }
  })
}

// Percentage points of an increase; null when none below 100 % would be seen.
function rateEffect({ baseline_rate: rate }: Guardrail, size: number, alpha: number, power: number): number | null {
  const baseline = rate! / 100
  const powerAt = (effect: number) =>
    powerTwoProportions({ baseline, treatment: baseline + effect, alpha, controlN: size, treatmentN: size })
  const effect = detectableEffect({ powerAt, power, largest: 1 - baseline })
  return effect.ok ? 100 * effect.value : null
}

function meanEffect({ std_dev: spread }: Guardrail, size: number, alpha: number, power: number): number {
  return (normalUpperQuantile(alpha / 2) + normalQuantile(power)) * spread! * Math.sqrt(2 / size)
}
