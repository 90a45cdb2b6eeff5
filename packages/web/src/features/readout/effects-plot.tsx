import { ForestPlot } from '@verdict/charts'
import { useSpeech } from '../../i18n/language-context.ts'
import { ChartBox } from '../../ui/chart-box.tsx'
import { comparisonRows } from './comparison-rows.ts'
import { forestRows } from './forest-rows.ts'
import type { LiveStats } from './reading.ts'
import classes from './readout.module.css'

export function EffectsPlot({ live }: { live: LiveStats }) {
  const speech = useSpeech()
  const { words, say, locale, direction } = speech
  const { forest: text } = words.readout
  const unit =
    live.metric_type === 'binary' ? text.unitPoints : say(text.unitMetric, { metric: live.primary_metric_name })
  const description = comparisonRows(live, 'increase', speech)
    .map(({ arm, evidence, effect, interval }) => say(text.describe, { arm, evidence, effect, interval }))
    .join(' ')
  return (
    <div className={classes.plot}>
      <ChartBox>
        {width => (
          <ForestPlot
            rows={forestRows(live, speech)}
            width={width}
            title={text.title}
            description={description}
            unit={unit}
            zeroLabel={text.zero}
            locale={locale}
            direction={direction}
          />
        )}
      </ChartBox>
      <p className={classes.key}>{text.key}</p>
    </div>
  )
}
