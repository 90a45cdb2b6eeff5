import type { ReactNode } from 'react'
import { CHART_COLORS } from './chart-colors.ts'
import { FONT_SIZE } from './fit-text.ts'

export type Direction = 'ltr' | 'rtl'

const NARROWEST = 320

/** The width to lay a chart out for; a narrower chart is this one, scaled down. */
export function layoutWidth(width: number): number {
  return Math.max(NARROWEST, width)
}

/**
 * The root of every chart: a picture with a name and a description. Coordinates run left to right in every language;
 * texts that do not say so themselves.
 */
export function ChartFrame(props: {
  width: number
  height: number
  title: string
  description: string
  children: ReactNode
}) {
  const drawnWidth = layoutWidth(props.width)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      width={props.width}
      height={props.height * (props.width / drawnWidth)}
      viewBox={`0 0 ${drawnWidth} ${props.height}`}
      direction="ltr"
      fontSize={FONT_SIZE}
      fill={CHART_COLORS.ink}
      style={{ maxWidth: '100%', height: 'auto', fontFamily: 'var(--chart-font, system-ui, sans-serif)' }}
    >
      <title>{props.title}</title>
      <desc>{props.description}</desc>
      {props.children}
    </svg>
  )
}
