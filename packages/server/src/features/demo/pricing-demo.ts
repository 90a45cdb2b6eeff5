import { pricingSensitivity } from '../templates/built-in/pricing-sensitivity.ts'
import { cents } from './cents.ts'
import { type DemoExperiment, demoPayload } from './demo-experiment.ts'
import { DAY_MS, DEMO_START_MS, MINUTE_MS } from './event-script.ts'
import { recruitUnits } from './recruit-units.ts'

const PER_ARM = 400
const EXPOSURE_DAYS = 7
const SPREAD = 12
const EARLIER_MEAN = 44
/** Of the order value with that of the quarter before. */
const CORRELATION = 0.7
const MEANS = [45, 48]
/** Buyers, about 3.8 % of an arm: a guardrail. */
const BUYERS = [15, 16]

/** A win of a mean, which the values from before the test make narrower. */
export const pricingDemo: DemoExperiment = {
  payload: demoPayload(pricingSensitivity, 'Pricing Sensitivity', { mde_pct: 5.5 }),
  seed: 204_519,
  write(script, experiment, draws) {
    recruitUnits(experiment, 'shopper', PER_ARM).forEach((shoppers, arm) => {
      const buying = draws.some(BUYERS[arm]!, PER_ARM)
      for (const [place, userId] of shoppers.entries()) {
        const exposedAt = DEMO_START_MS + draws.share() * EXPOSURE_DAYS * DAY_MS
        const boughtAt = exposedAt + draws.whole(3, 240) * MINUTE_MS
        const earlier = draws.normal(EARLIER_MEAN, SPREAD)
        const own = draws.normal(0, SPREAD * Math.sqrt(1 - CORRELATION ** 2))
        script.expose(userId, arm, exposedAt)
        script.knowBefore(userId, 'order_value_before', cents(earlier))
        script.convert(
          userId,
          'avg_order_value',
          cents(MEANS[arm]! + CORRELATION * (earlier - EARLIER_MEAN) + own),
          boughtAt,
        )
        script.convert(userId, 'items_per_order', draws.whole(1, 4), boughtAt)
        if (buying.has(place)) script.convert(userId, 'purchase_conversion', 1, boughtAt)
      }
    })
  },
}
