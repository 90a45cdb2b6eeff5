import { normalQuantile, normalUpperQuantile } from '@verdict/stats'
import type { Speech } from '../../../http/speech.ts'
import type { Chart } from '../document/chart.ts'
import { numberTexts } from '../document/number-texts.ts'

/** Powers that a curve is drawn through. */
export const CURVE_POWERS = [0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.99]

export interface CurvePoint {
  readonly size: number
  readonly power: number
}

export function powerChart(points: readonly CurvePoint[], current: CurvePoint, speech: Speech): Chart {
  const { charts, labels } = speech.words.exports
  const { number, share } = numberTexts(speech.language)
  const values = { size: number(current.size), power: share(current.power) }
  return {
    kind: 'line',
    title: charts.powerCurve,
    description: speech.say(charts.powerDescription, values),
    xLabel: labels.sizePerVariant,
    yLabel: labels.power,
    points: points.map(({ size, power }) => ({ x: size, y: power })),
    marker: { x: current.size, y: current.power, label: labels.thisDesign },
  }
}

/** The curve through a planned size alone, by the normal approximation; alpha is that of one comparison. */
export function scaledCurve(current: CurvePoint, alpha: number): readonly CurvePoint[] {
  const quantiles = (power: number) => normalUpperQuantile(alpha / 2) + normalQuantile(power)
  const reach = quantiles(current.power)
  if (!(reach > 0)) return []
  return CURVE_POWERS.filter(power => power > alpha && quantiles(power) > 0).map(power => ({
    size: Math.max(1, Math.round(current.size * (quantiles(power) / reach) ** 2)),
    power,
  }))
}
