import { bidiText } from './bidi-text.ts'
import { CHART_COLORS } from './chart-colors.ts'
import type { Direction } from './chart-frame.tsx'
import { fitText, textWidth } from './fit-text.ts'

const KEY_WIDTH = 14
const GAP = 6
const BETWEEN = 20

/** What the bar and the line stand for, in the order of the numbers. */
export function ShareBarLegend(props: {
  width: number
  direction: Direction
  observedLabel: string
  expectedLabel: string
}) {
  const { width, direction } = props
  const room = width / 2 - KEY_WIDTH - GAP - BETWEEN / 2
  const [observed, expected] = [fitText(props.observedLabel, room), fitText(props.expectedLabel, room)]
  const second = KEY_WIDTH + GAP + textWidth(observed) + BETWEEN
  const xOf = (offset: number) => (direction === 'ltr' ? offset : width - offset)
  const line = `M${xOf(second + KEY_WIDTH / 2)} 0v14`
  return (
    <g data-mark="legend" fill={CHART_COLORS.muted}>
      <rect x={Math.min(xOf(0), xOf(KEY_WIDTH))} y={2} width={KEY_WIDTH} height={10} fill={CHART_COLORS.accent} />
      <LegendText x={xOf(KEY_WIDTH + GAP)} text={observed} direction={direction} />
      <path d={line} stroke={CHART_COLORS.ink} strokeWidth={2} />
      <LegendText x={xOf(second + KEY_WIDTH + GAP)} text={expected} direction={direction} />
    </g>
  )
}

function LegendText({ x, text, direction }: { x: number; text: string; direction: Direction }) {
  return (
    <text x={x} y={11} direction={direction} textAnchor="start">
      {bidiText(text, direction)}
    </text>
  )
}
