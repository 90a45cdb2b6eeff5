import { CHART_COLORS } from './chart-colors.ts'
import type { Direction } from './chart-frame.tsx'
import { fitText } from './fit-text.ts'
import { numberFormat } from './number-format.ts'
import { type LinearScale, tickCount } from './value-axis.tsx'

const Y_TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1]

/** Grid, numbers and names of both axes; y is a share and prints in percent. */
export function LineAxes(props: {
  x: LinearScale
  y: LinearScale
  width: number
  locale: string
  direction: Direction
  xLabel: string
  yLabel: string
}) {
  const { x, y, width, direction } = props
  const [left = 0, right = 0] = x.range()
  const [bottom = 0, top = 0] = y.range()
  return (
    <g stroke={CHART_COLORS.grid}>
      {Y_TICKS.map(tick => (
        <line key={tick} x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
      ))}
      <line x1={left} x2={right} y1={bottom} y2={bottom} stroke={CHART_COLORS.muted} />
      <Numbers {...props} bottom={bottom} left={left} />
      <g stroke="none" fill={CHART_COLORS.muted} fontSize={11}>
        <text x={(left + right) / 2} y={bottom + 36} textAnchor="middle" direction={direction}>
          {fitText(props.xLabel, right - left)}
        </text>
        <text x={direction === 'ltr' ? 0 : width} y={top - 16} textAnchor="start" direction={direction}>
          {fitText(props.yLabel, width)}
        </text>
      </g>
    </g>
  )
}

function Numbers(props: { x: LinearScale; y: LinearScale; locale: string; bottom: number; left: number }) {
  const { x, y, locale, bottom, left } = props
  const ticks = x.ticks(tickCount(x))
  const magnitude = Math.max(...ticks.map(Math.abs))
  const count = numberFormat({ locale, magnitude, step: (ticks[1] ?? 1) - (ticks[0] ?? 0) })
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  return (
    <g stroke="none" fill={CHART_COLORS.muted} fontSize={11}>
      {ticks.map(tick => (
        <text key={tick} x={x(tick)} y={bottom + 17} textAnchor="middle">
          {count(tick)}
        </text>
      ))}
      {Y_TICKS.map(tick => (
        <text key={tick} x={left - 8} y={y(tick) + 4} textAnchor="end">
          {percent.format(tick)}
        </text>
      ))}
    </g>
  )
}
