import { type Direction, layoutWidth } from './chart-frame.tsx'

const GAP = 16
const STACKED_INSET = 24
const NARROWEST_PLOT = 200
const WIDEST_LABEL_SHARE = 0.32

/** Where the three parts of a row stand: side by side, or the texts above the marks when there is no room. */
export interface ForestLayout {
  readonly labelX: number
  readonly labelWidth: number
  readonly numbersX: number
  readonly plotLeft: number
  readonly plotRight: number
  readonly rowHeight: number
  /** From the top of a row. */
  readonly textY: number
  readonly marksY: number
}

export function forestLayout(input: {
  width: number
  labelWidth: number
  numbersWidth: number
  direction: Direction
}): ForestLayout {
  const width = layoutWidth(input.width)
  const isLeftToRight = input.direction === 'ltr'
  const edges = isLeftToRight ? { labelX: 0, numbersX: width } : { labelX: width, numbersX: 0 }
  const labelWidth = Math.min(input.labelWidth, WIDEST_LABEL_SHARE * width)
  const plotWidth = width - labelWidth - input.numbersWidth - 2 * GAP
  if (plotWidth < NARROWEST_PLOT) {
    const plot = { plotLeft: STACKED_INSET, plotRight: width - STACKED_INSET }
    const besideNumbers = width - input.numbersWidth - GAP
    return { ...edges, ...plot, labelWidth: besideNumbers, rowHeight: 46, textY: 14, marksY: 31 }
  }
  const plotLeft = (isLeftToRight ? labelWidth : input.numbersWidth) + GAP
  return { ...edges, labelWidth, plotLeft, plotRight: plotLeft + plotWidth, rowHeight: 30, textY: 19, marksY: 15 }
}
