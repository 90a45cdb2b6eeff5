import { scaleLinear } from '@visx/scale'
import { numbersText } from './bidi-text.ts'
import { ChartFrame, type Direction } from './chart-frame.tsx'
import { textWidth } from './fit-text.ts'
import { forestDomain } from './forest-domain.ts'
import { forestLayout } from './forest-layout.ts'
import { type ForestPlotRow, hasEstimate } from './forest-plot-row.ts'
import { ForestRow } from './forest-row.tsx'
import { numberFormat } from './number-format.ts'
import { tickCount, ValueAxis } from './value-axis.tsx'

export interface ForestPlotProps {
  readonly rows: readonly ForestPlotRow[]
  /** Pixels. */
  readonly width: number
  readonly title: string
  readonly description: string
  /** What the axis counts in; stands below it. */
  readonly unit: string
  readonly direction?: Direction
  /** A BCP 47 tag, for numbers. */
  readonly locale: string
  /** What zero means, such as "no effect"; stands above its line. */
  readonly zeroLabel: string
}

const NO_NUMBER = '–'
const TOP = 20
const AXIS_HEIGHT = 40
const BOLD = 1.1

/** Effects with their intervals, one row each. A filled mark is significant; the thin line is the always-valid interval. */
export function ForestPlot(props: ForestPlotProps) {
  const { rows, width, title, description, direction = 'ltr', locale } = props
  const domain = forestDomain(rows)
  const print = rowFormat(locale, domain, direction)
  const layout = forestLayout({
    width,
    labelWidth: widest(rows.map(row => row.label)),
    numbersWidth: BOLD * widest(rows.map(print)),
    direction,
  })
  const scale = scaleLinear<number>({ domain: [...domain], range: [layout.plotLeft, layout.plotRight], round: true })
  scale.nice(tickCount(scale))
  const bottom = TOP + rows.length * layout.rowHeight
  if (rows.length === 0) return <EmptyPlot width={width} title={title} description={description} />
  return (
    <ChartFrame width={width} height={bottom + AXIS_HEIGHT} title={title} description={description}>
      <ValueAxis
        scale={scale}
        top={TOP}
        bottom={bottom}
        locale={locale}
        unit={props.unit}
        zeroLabel={props.zeroLabel}
        direction={direction}
      />
      {rows
        .map((row, index) => ({ row, top: TOP + index * layout.rowHeight }))
        .map(({ row, top }) => (
          <ForestRow key={top} {...{ row, top, layout, scale, direction }} numbers={print(row)} />
        ))}
    </ChartFrame>
  )
}

function EmptyPlot(props: { width: number; title: string; description: string }) {
  return (
    <ChartFrame {...props} height={AXIS_HEIGHT}>
      <text x={16} y={24}>
        {NO_NUMBER}
      </text>
    </ChartFrame>
  )
}

/** "+1.23 [0.45; 2.01]"; a semicolon, because half of all languages write a decimal comma. */
function rowFormat(
  locale: string,
  [least, most]: readonly [number, number],
  direction: Direction,
): (row: ForestPlotRow) => string {
  const scale = { locale, magnitude: Math.max(-least, most), step: (most - least) / 100 }
  const signed = numberFormat({ ...scale, isSigned: true })
  const plain = numberFormat(scale)
  return row => {
    if (!hasEstimate(row)) return NO_NUMBER
    return numbersText(`${signed(row.effect)} [${plain(row.lower)}; ${plain(row.upper)}]`, direction)
  }
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(textWidth))
}
