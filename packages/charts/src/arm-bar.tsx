import type { ArmShare } from './arm-shares.ts'
import { bidiText } from './bidi-text.ts'
import { CHART_COLORS } from './chart-colors.ts'
import type { Direction } from './chart-frame.tsx'
import { fitText, textWidth } from './fit-text.ts'

const BAR_TOP = 19
const BAR_HEIGHT = 14
const GAP = 16

/** One arm: label and numbers above, bar and line below, from the side where reading begins. */
export function ArmBar(props: {
  arm: ArmShare
  top: number
  width: number
  direction: Direction
  lengthOf: (share: number) => number
}) {
  const { arm, top, width, direction, lengthOf } = props
  const [near, far] = direction === 'ltr' ? [0, width] : [width, 0]
  const xOf = (share: number) => (direction === 'ltr' ? lengthOf(share) : width - lengthOf(share))
  const label = fitText(arm.label, width - textWidth(arm.numbers) - GAP)
  return (
    <g data-arm={arm.label}>
      <text x={near} y={top + 12} direction={direction} textAnchor="start">
        <title>{arm.label}</title>
        {bidiText(label, direction)}
      </text>
      <text x={far} y={top + 12} direction={direction} textAnchor="end" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {arm.numbers}
      </text>
      {arm.observed !== null && (
        <Bar x={Math.min(near, xOf(arm.observed))} y={top + BAR_TOP} length={lengthOf(arm.observed)} />
      )}
      {arm.expected !== null && <ExpectedLine x={xOf(arm.expected)} y={top + BAR_TOP} />}
    </g>
  )
}

function Bar({ x, y, length }: { x: number; y: number; length: number }) {
  return <rect data-mark="observed" x={x} y={y} width={length} height={BAR_HEIGHT} fill={CHART_COLORS.accent} />
}

/** Dark on a light edge, so that it shows on the bar as well as beside it. */
function ExpectedLine({ x, y }: { x: number; y: number }) {
  const path = `M${x} ${y - 3}v${BAR_HEIGHT + 6}`
  return (
    <g data-mark="expected">
      <path d={path} stroke={CHART_COLORS.surface} strokeWidth={5} />
      <path d={path} stroke={CHART_COLORS.ink} strokeWidth={2} />
    </g>
  )
}
