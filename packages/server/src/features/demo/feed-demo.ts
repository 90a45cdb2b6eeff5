import { adCtrRatio } from '../templates/built-in/ad-ctr-ratio.ts'
import { type DemoExperiment, demoPayload } from './demo-experiment.ts'
import type { Draws } from './draws.ts'
import { DAY_MS, DEMO_START_MS, MINUTE_MS } from './event-script.ts'
import { recruitUnits } from './recruit-units.ts'

const PER_ARM = 1500
const EXPOSURE_DAYS = 2
const CLICK_RATES = [0.05, 0.064]

/** Far from its planned size, and so large an effect that the always-valid bound shows it. */
export const feedDemo: DemoExperiment = {
  payload: demoPayload(adCtrRatio, 'Feed Ad Click-Through Ratio'),
  seed: 404_837,
  write(script, experiment, draws) {
    recruitUnits(experiment, 'reader', PER_ARM).forEach((readers, arm) => {
      for (const userId of readers) {
        const exposedAt = DEMO_START_MS + draws.share() * EXPOSURE_DAYS * DAY_MS
        const impressions = draws.whole(8, 32)
        const clicks = clicksOf(impressions, CLICK_RATES[arm]! * (0.5 + draws.share()), draws)
        script.expose(userId, arm, exposedAt)
        script.convert(userId, 'ad_impressions', impressions, exposedAt + MINUTE_MS)
        if (clicks > 0) script.convert(userId, 'ad_clicks', clicks, exposedAt + 5 * MINUTE_MS)
        script.convert(userId, 'session_length', minutes(draws.normal(11, 4)), exposedAt + 30 * MINUTE_MS)
      }
    })
  },
}

function clicksOf(impressions: number, rate: number, draws: Draws): number {
  let clicks = 0
  for (let impression = 0; impression < impressions; impression += 1) if (draws.isTrue(rate)) clicks += 1
  return clicks
}

function minutes(length: number): number {
  return Math.max(1, Math.round(10 * length) / 10)
}
