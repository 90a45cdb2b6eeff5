import { ArmBar } from './arm-bar.tsx'
import { type ArmCount, armShares } from './arm-shares.ts'
import { ChartFrame, type Direction, layoutWidth } from './chart-frame.tsx'
import { ShareBarLegend } from './share-bar-legend.tsx'

export interface ShareBarPlotProps {
  /** Control first. */
  readonly arms: readonly ArmCount[]
  /** Pixels. */
  readonly width: number
  readonly title: string
  readonly description: string
  readonly observedLabel: string
  readonly expectedLabel: string
  readonly direction?: Direction
  /** A BCP 47 tag, for numbers. */
  readonly locale: string
}

const LEGEND_HEIGHT = 28
const ARM_HEIGHT = 44
const ROOM_BEYOND = 16

/** The share of persons that each arm has, as a bar, against the share it should have, as a line across the bar. */
export function ShareBarPlot(props: ShareBarPlotProps) {
  const { arms, title, description, observedLabel, expectedLabel, direction = 'ltr', locale } = props
  const width = layoutWidth(props.width)
  const shares = armShares(arms, locale, direction)
  const widest = Math.max(0, ...shares.flatMap(({ observed, expected }) => [observed ?? 0, expected ?? 0]))
  const lengthOf = (share: number) => (widest > 0 ? Math.round((share / widest) * (width - ROOM_BEYOND)) : 0)
  const height = LEGEND_HEIGHT + arms.length * ARM_HEIGHT
  return (
    <ChartFrame width={props.width} height={height} title={title} description={description}>
      <ShareBarLegend {...{ width, direction, observedLabel, expectedLabel }} />
      {shares
        .map((arm, index) => ({ arm, top: LEGEND_HEIGHT + index * ARM_HEIGHT }))
        .map(({ arm, top }) => (
          <ArmBar key={top} {...{ arm, top, width, direction, lengthOf }} />
        ))}
    </ChartFrame>
  )
}
