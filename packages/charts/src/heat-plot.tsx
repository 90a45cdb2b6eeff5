import { bidiText } from './bidi-text.ts'
import { CHART_COLORS } from './chart-colors.ts'
import { ChartFrame, type Direction, layoutWidth } from './chart-frame.tsx'
import { fitText, textWidth } from './fit-text.ts'

/** How much a cell asks for: the darker, the more. */
export type HeatLevel = 0 | 1 | 2

export interface HeatCell {
  /** What is printed in the cell; the colour says nothing that the text does not. */
  readonly text: string
  /** Null draws an empty cell. */
  readonly level: HeatLevel | null
  readonly isCurrent?: boolean
}

export interface HeatRow {
  readonly label: string
  readonly cells: readonly HeatCell[]
}

export interface HeatPlotProps {
  readonly columns: readonly string[]
  readonly rows: readonly HeatRow[]
  /** Stands in the corner: what rows and columns are. */
  readonly corner: string
  /** What each level means, the lightest first. */
  readonly levels: readonly [string, string, string]
  /** Pixels. */
  readonly width: number
  readonly title: string
  readonly description: string
  readonly direction?: Direction
}

const HEADER = 30
const ROW = 32
const LEGEND = 34
const GAP = 2
const KEY = 14
const OPACITIES = [0.1, 0.28, 0.48] as const
const WIDEST_LABEL_SHARE = 0.34

/** A grid of sizes or durations; the outlined cell is the design of now. */
export function HeatPlot(props: HeatPlotProps) {
  const { columns, rows, corner, direction = 'ltr' } = props
  const width = layoutWidth(props.width)
  const widest = Math.max(0, ...[corner, ...rows.map(({ label }) => label)].map(textWidth))
  const labelWidth = Math.min(widest + 12, WIDEST_LABEL_SHARE * width)
  const cellWidth = (width - labelWidth) / Math.max(1, columns.length)
  const mirror = (x: number, length: number) => Math.round(direction === 'ltr' ? x : width - x - length)
  const label = (text: string, y: number) => (
    <text x={direction === 'ltr' ? 0 : width} y={y} direction={direction} textAnchor="start" fontWeight={600}>
      {bidiText(fitText(text, labelWidth - 8), direction)}
    </text>
  )
  return (
    <ChartFrame {...props} height={HEADER + rows.length * ROW + LEGEND}>
      {label(corner, 19)}
      {columns.map((column, index) => (
        <text
          key={column}
          x={mirror(labelWidth + (index + 0.5) * cellWidth, 0)}
          y={19}
          direction={direction}
          textAnchor="middle"
        >
          {fitText(column, cellWidth - 6)}
        </text>
      ))}
      {rows.map((row, index) => (
        <g key={row.label} data-row={row.label}>
          {label(row.label, HEADER + index * ROW + 20)}
          {row.cells.map((cell, column) => {
            const x = mirror(labelWidth + column * cellWidth, cellWidth)
            return <Cell key={columns[column]} {...{ cell, x, y: HEADER + index * ROW, width: cellWidth }} />
          })}
        </g>
      ))}
      <Legend y={HEADER + rows.length * ROW + 14} {...{ width, direction, levels: props.levels }} />
    </ChartFrame>
  )
}

function Cell({ cell, x, y, width }: { cell: HeatCell; x: number; y: number; width: number }) {
  const box = { x: x + GAP / 2, y: y + GAP / 2, width: Math.round(width) - GAP, height: ROW - GAP }
  return (
    <g data-mark={cell.isCurrent ? 'current' : 'cell'}>
      <rect {...box} {...fillOf(cell.level)} />
      {cell.isCurrent && <rect {...box} fill="none" stroke={CHART_COLORS.ink} strokeWidth={2} />}
      <text x={x + width / 2} y={y + 20} textAnchor="middle" fontWeight={cell.isCurrent ? 600 : 400}>
        {fitText(cell.text, width - 8)}
      </text>
    </g>
  )
}

function Legend(props: { y: number; width: number; direction: Direction; levels: HeatPlotProps['levels'] }) {
  const { y, width, direction, levels } = props
  const part = width / levels.length
  return (
    <g data-mark="legend" fontSize={11}>
      {levels.map((text, level) => {
        const start = level * part
        const x = direction === 'ltr' ? start : width - start - KEY
        const textX = direction === 'ltr' ? start + KEY + 6 : width - start - KEY - 6
        return (
          <g key={text}>
            <rect x={Math.round(x)} y={y} width={KEY} height={KEY} {...fillOf(level as HeatLevel)} />
            <text x={Math.round(textX)} y={y + 11} direction={direction} textAnchor="start" fill={CHART_COLORS.muted}>
              {bidiText(fitText(text, part - KEY - 12), direction)}
            </text>
          </g>
        )
      })}
    </g>
  )
}

function fillOf(level: HeatLevel | null) {
  return level === null ? { fill: 'none' } : { fill: CHART_COLORS.accent, fillOpacity: OPACITIES[level] }
}
