import {
  ForestPlot,
  type ForestPlotProps,
  HeatPlot,
  type HeatPlotProps,
  LinePlot,
  type LinePlotProps,
  ShareBarPlot,
  type ShareBarPlotProps,
} from '@verdict/charts'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Language } from '../../../http/language.ts'
import { directionOf, localeOf } from './writing.ts'

type Data<Props> = Omit<Props, 'width' | 'locale' | 'direction'>

/** A picture as plain data; the size and the language come when it is drawn. */
export type Chart =
  | ({ readonly kind: 'forest' } & Data<ForestPlotProps>)
  | ({ readonly kind: 'shares' } & Data<ShareBarPlotProps>)
  | ({ readonly kind: 'line' } & Data<LinePlotProps>)
  | ({ readonly kind: 'heat' } & Data<HeatPlotProps>)

/** The SVG of a chart, by the component that the web UI draws it with. */
export function chartSvg(chart: Chart, language: Language, width: number): string {
  const setting = { width, locale: localeOf(language), direction: directionOf(language) }
  return renderToStaticMarkup(element(chart, setting))
}

function element(chart: Chart, setting: Pick<ForestPlotProps, 'width' | 'locale'> & { direction: 'ltr' | 'rtl' }) {
  switch (chart.kind) {
    case 'forest':
      return createElement(ForestPlot, { ...chart, ...setting })
    case 'shares':
      return createElement(ShareBarPlot, { ...chart, ...setting })
    case 'line':
      return createElement(LinePlot, { ...chart, ...setting })
    case 'heat':
      return createElement(HeatPlot, { ...chart, ...setting })
  }
}
