import { scaleLinear } from '@visx/scale'
import { CHART_COLORS } from './chart-colors.ts'
import { ChartFrame, type Direction, layoutWidth } from './chart-frame.tsx'
import { fitText, textWidth } from './fit-text.ts'
import { isFiniteNumber } from './forest-plot-row.ts'
import { LineAxes } from './line-axes.tsx'

export interface LinePoint {
  readonly x: number
  readonly y: number
}

export interface LinePlotProps {
  /** In any order; what has no finite size, or no share as its height, is left out. */
  readonly points: readonly LinePoint[]
  /** The point that is talked about, with its name. */
  readonly marker?: (LinePoint & { readonly label: string }) | null
  /** Pixels. */
  readonly width: number
  readonly title: string
  readonly description: string
  readonly xLabel: string
  /** Percent axis: y is a share from 0 to 1. */
  readonly yLabel: string
  readonly direction?: Direction
  /** A BCP 47 tag, for numbers. */
  readonly locale: string
}

const HEIGHT = 280
const TOP = 30
const BOTTOM = HEIGHT - 46
const LEFT = 52
const RIGHT_INSET = 16
const MARKER_GAP = 10

/** A share that grows with a size: power by users. */
export function LinePlot(props: LinePlotProps) {
  const { title, description, direction = 'ltr', locale } = props
  const width = layoutWidth(props.width)
  const points = props.points.filter(isDrawable).sort((a, b) => a.x - b.x)
  const marker = props.marker && isDrawable(props.marker) ? props.marker : null
  const [least, most] = extentOf([...points, ...(marker ? [marker] : [])].map(({ x }) => x))
  const x = scaleLinear<number>({ domain: [least, most], range: [LEFT, width - RIGHT_INSET] })
  const y = scaleLinear<number>({ domain: [0, 1], range: [BOTTOM, TOP] })
  const path = points.map((point, index) => `${index === 0 ? 'M' : 'L'}${at(x(point.x))} ${at(y(point.y))}`).join('')
  return (
    <ChartFrame width={props.width} height={HEIGHT} title={title} description={description}>
      <LineAxes {...{ x, y, width, locale, direction }} xLabel={props.xLabel} yLabel={props.yLabel} />
      {points.length > 1 && (
        <path data-mark="line" d={path} fill="none" stroke={CHART_COLORS.accent} strokeWidth={2.5} />
      )}
      {points.map(point => (
        <circle key={point.x} data-mark="point" cx={at(x(point.x))} cy={at(y(point.y))} r={3} {...HOLLOW} />
      ))}
      {marker && <Marker {...{ marker, x: at(x(marker.x)), y: at(y(marker.y)), width, direction }} />}
    </ChartFrame>
  )
}

const HOLLOW = { fill: CHART_COLORS.surface, stroke: CHART_COLORS.accent, strokeWidth: 1.5 } as const

function Marker(props: { marker: { label: string }; x: number; y: number; width: number; direction: Direction }) {
  const { marker, x, y, width, direction } = props
  const label = fitText(marker.label, width / 2)
  const isLeft = x + MARKER_GAP + textWidth(label) > width - RIGHT_INSET
  const isEnd = isLeft === (direction === 'ltr')
  return (
    <g data-mark="marker">
      <line x1={x} x2={x} y1={y} y2={BOTTOM} stroke={CHART_COLORS.muted} strokeDasharray="3 3" />
      <circle cx={x} cy={y} r={5.5} fill={CHART_COLORS.accent} stroke={CHART_COLORS.surface} strokeWidth={1.5} />
      <text
        x={isLeft ? x - MARKER_GAP : x + MARKER_GAP}
        y={y + 18}
        direction={direction}
        textAnchor={isEnd ? 'end' : 'start'}
        fontWeight={600}
      >
        {label}
      </text>
    </g>
  )
}

function isDrawable({ x, y }: LinePoint): boolean {
  return isFiniteNumber(x) && y >= 0 && y <= 1
}

function extentOf(values: readonly number[]): readonly [number, number] {
  if (values.length === 0) return [0, 1]
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return most > least ? [least, most] : [least - 1, most + 1]
}

/** Tenths of a pixel are enough, and keep the picture small. */
function at(position: number): number {
  return Math.round(position * 10) / 10
}
