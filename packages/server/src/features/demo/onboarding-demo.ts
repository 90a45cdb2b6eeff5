import { onboardingCompletion } from '../templates/built-in/onboarding-completion.ts'
import { type DemoExperiment, demoPayload } from './demo-experiment.ts'
import { DAY_MS, DEMO_START_MS, MINUTE_MS } from './event-script.ts'
import { recruitUnits } from './recruit-units.ts'

const PER_ARM = 1200
const EXPOSURE_DAYS = 5
/** 34 % and 35 %. */
const COMPLETIONS = [408, 420]
/** About 12 %. */
const SKIPS = [144, 141]

/** Too early and too small a difference to say anything. */
export const onboardingDemo: DemoExperiment = {
  payload: demoPayload(onboardingCompletion, 'Onboarding Completion'),
  seed: 304_023,
  write(script, experiment, draws) {
    recruitUnits(experiment, 'account', PER_ARM).forEach((accounts, arm) => {
      const completing = draws.some(COMPLETIONS[arm]!, PER_ARM)
      const skipping = draws.some(SKIPS[arm]!, PER_ARM)
      for (const [place, userId] of accounts.entries()) {
        const exposedAt = DEMO_START_MS + draws.share() * EXPOSURE_DAYS * DAY_MS
        script.expose(userId, arm, exposedAt)
        if (skipping.has(place)) script.convert(userId, 'tutorial_skip_rate', 1, exposedAt + MINUTE_MS)
        if (!completing.has(place)) continue
        const completedAt = exposedAt + draws.whole(10, 7 * 24 * 60) * MINUTE_MS
        script.convert(userId, 'onboarding_completion_rate', 1, completedAt)
        script.convert(userId, 'invited_members', draws.whole(0, 3), completedAt)
      }
    })
  },
}
