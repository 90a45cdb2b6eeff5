import { bidiText } from './bidi-text.ts'
import { CHART_COLORS } from './chart-colors.ts'
import type { Direction } from './chart-frame.tsx'
import { fitText } from './fit-text.ts'
import type { ForestLayout } from './forest-layout.ts'
import { type Estimate, type ForestPlotRow, hasEstimate, isFiniteNumber } from './forest-plot-row.ts'
import type { LinearScale } from './value-axis.tsx'

/** One row: label, marks, numbers. */
export function ForestRow(props: {
  row: ForestPlotRow
  top: number
  layout: ForestLayout
  scale: LinearScale
  numbers: string
  direction: Direction
}) {
  const { row, top, layout, scale, direction } = props
  return (
    <g data-row={row.label}>
      <text {...HALO} x={layout.labelX} y={top + layout.textY} direction={direction} textAnchor="start">
        <title>{row.label}</title>
        {bidiText(fitText(row.label, layout.labelWidth), direction)}
      </text>
      {hasEstimate(row) && <Marks row={row} y={top + layout.marksY} scale={scale} />}
      <text
        {...HALO}
        x={layout.numbersX}
        y={top + layout.textY}
        direction={direction}
        textAnchor="end"
        fontWeight={row.isSignificant ? 600 : 400}
        style={{ fontVariantNumeric: 'tabular-nums' }}
      >
        {props.numbers}
      </text>
    </g>
  )
}

/** Keeps a text legible where a grid line runs behind it. */
const HALO = { stroke: CHART_COLORS.surface, strokeWidth: 5, strokeLinejoin: 'round', paintOrder: 'stroke' } as const

function Marks({ row, y, scale }: { row: Estimate; y: number; scale: LinearScale }) {
  const { effect, lower, upper, isSignificant, alwaysValidLower, alwaysValidUpper } = row
  const color = isSignificant ? CHART_COLORS.accent : CHART_COLORS.muted
  const [least = 0, most = 0] = scale.domain()
  return (
    <g stroke={color} fill={color}>
      {isFiniteNumber(alwaysValidLower) && isFiniteNumber(alwaysValidUpper) && (
        <Span mark="always-valid" from={alwaysValidLower} to={alwaysValidUpper} y={y} scale={scale} thickness={1} />
      )}
      <Span mark="interval" from={lower} to={upper} y={y} scale={scale} thickness={3.5} />
      {effect >= least && effect <= most && (
        <circle
          data-mark={isSignificant ? 'significant' : 'not-significant'}
          cx={scale(effect)}
          cy={y}
          r={5}
          strokeWidth={2}
          fill={isSignificant ? CHART_COLORS.accent : CHART_COLORS.surface}
        />
      )}
    </g>
  )
}

/** A line over the part of [from, to] that the axis shows; a thin one has caps, one that goes on beyond the axis an arrow. */
function Span(props: { mark: string; from: number; to: number; y: number; scale: LinearScale; thickness: number }) {
  const { from, to, y, scale, thickness } = props
  const [least = 0, most = 0] = scale.domain()
  const [left, right] = [from, to].map(value => scale(Math.min(most, Math.max(least, value)))) as [number, number]
  const hasCaps = thickness < 2
  return (
    <g data-mark={props.mark}>
      <line x1={left} x2={right} y1={y} y2={y} strokeWidth={thickness} />
      {hasCaps && from >= least && <line x1={left} x2={left} y1={y - 4} y2={y + 4} />}
      {hasCaps && to <= most && <line x1={right} x2={right} y1={y - 4} y2={y + 4} />}
      {from < least && <path data-mark="beyond" d={`M${left - 6} ${y}l8 -5v10z`} stroke="none" />}
      {to > most && <path data-mark="beyond" d={`M${right + 6} ${y}l-8 -5v10z`} stroke="none" />}
    </g>
  )
}
