import type { scaleLinear } from '@visx/scale'
import { CHART_COLORS } from './chart-colors.ts'
import type { Direction } from './chart-frame.tsx'
import { numberFormat } from './number-format.ts'

export type LinearScale = ReturnType<typeof scaleLinear<number>>

const PIXELS_A_TICK = 72

interface ValueAxisProps {
  readonly scale: LinearScale
  readonly top: number
  readonly bottom: number
  readonly locale: string
  readonly unit: string
  readonly zeroLabel: string
  readonly direction: Direction
}

/** A horizontal axis below the marks: grid lines up to `top`, numbers, the unit under them, and zero as a line of its own. */
export function ValueAxis(props: ValueAxisProps) {
  const { scale, top, bottom } = props
  const [left = 0, right = 0] = scale.range()
  const zero = scale(0)
  return (
    <g stroke={CHART_COLORS.grid}>
      {scale.ticks(tickCount(scale)).map(tick => (
        <line key={tick} x1={scale(tick)} x2={scale(tick)} y1={top} y2={bottom} />
      ))}
      <line x1={left} x2={right} y1={bottom} y2={bottom} stroke={CHART_COLORS.muted} />
      <line data-mark="zero" x1={zero} x2={zero} y1={top} y2={bottom} stroke={CHART_COLORS.ink} strokeDasharray="4 3" />
      <AxisTexts {...props} />
    </g>
  )
}

function AxisTexts({ scale, top, bottom, locale, unit, zeroLabel, direction }: ValueAxisProps) {
  const [left = 0, right = 0] = scale.range()
  const print = tickFormat(scale, locale)
  return (
    <g stroke="none" fill={CHART_COLORS.muted} fontSize={11} textAnchor="middle">
      {scale.ticks(tickCount(scale)).map(tick => (
        <text key={tick} x={scale(tick)} y={bottom + 16}>
          {print(tick)}
        </text>
      ))}
      <text x={(left + right) / 2} y={bottom + 34} direction={direction}>
        {unit}
      </text>
      <text x={clamp(scale(0), left + 30, right - 30)} y={top - 6} direction={direction}>
        {zeroLabel}
      </text>
    </g>
  )
}

export function tickCount(scale: LinearScale): number {
  const [left = 0, right = 0] = scale.range()
  return Math.max(2, Math.floor((right - left) / PIXELS_A_TICK))
}

function tickFormat(scale: LinearScale, locale: string): (value: number) => string {
  const ticks = scale.ticks(tickCount(scale))
  const magnitude = Math.max(...ticks.map(Math.abs))
  return numberFormat({ locale, magnitude, step: (ticks[1] ?? 1) - (ticks[0] ?? 0) })
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
