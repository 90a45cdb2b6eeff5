import { checkoutConversion } from '../templates/built-in/checkout-conversion.ts'
import { cents } from './cents.ts'
import { type DemoExperiment, demoPayload } from './demo-experiment.ts'
import type { Draws } from './draws.ts'
import { DAY_MS, DEMO_START_MS, type EventScript, MINUTE_MS } from './event-script.ts'
import { recruitUnits } from './recruit-units.ts'

const DEVICES_PER_ARM = 30
const USERS_PER_ARM = 1970
const EXPOSURE_DAYS = 14
const EXCLUDED_PLACES = [400, 800, 1200, 1600]
const BOT = { arm: 1, place: 1000, events: 130, secondsApart: 15 }
/** Purchases more than two weeks after the exposure, by arm. */
const LATE = [6, 6]
/** Purchases before the exposure, by arm. */
const EARLY = [1, 2]
/** 4.3 % of the control arm, 8.5 % of the other one. */
const BUYERS = [86, 170]
const PAYMENT_ERRORS = [48, 45]

/** A clear win: the planned sample is complete, and every kind of event that there is has happened. */
export const checkoutDemo: DemoExperiment = {
  payload: demoPayload(checkoutConversion, 'Checkout Conversion', { mde_pct: 50, expected_uplift_pct: 45 }),
  seed: 104_217,
  write(script, experiment, draws) {
    const devices = recruitUnits(experiment, 'device', DEVICES_PER_ARM)
    const users = recruitUnits(experiment, 'user', USERS_PER_ARM)
    for (const arm of [0, 1]) {
      const visitors = [...devices[arm]!.map(signsIn), ...users[arm]!.map(isKnown)]
      const plan = planOf(arm, visitors.length, draws)
      for (const [place, ids] of visitors.entries()) visit({ arm, place, ...ids }, plan, script, draws)
    }
  },
}

/** Who does what in an arm, by place. */
interface Plan {
  readonly buyers: ReadonlySet<number>
  readonly lateBuyers: ReadonlySet<number>
  readonly earlyBuyers: ReadonlySet<number>
  readonly failedPayments: ReadonlySet<number>
}

interface Visitor {
  readonly arm: number
  readonly place: number
  /** The device, where the person was seen before signing in. */
  readonly exposedAs: string
  readonly userId: string
}

function signsIn(device: string) {
  return { exposedAs: device, userId: device.replace('device', 'member') }
}

function isKnown(userId: string) {
  return { exposedAs: userId, userId }
}

function planOf(arm: number, places: number, draws: Draws): Plan {
  const odd = [...EXCLUDED_PLACES, BOT.place]
  const [...chosen] = draws.some(BUYERS[arm]! + EARLY[arm]! + odd.length, places)
  const ordinary = chosen.filter(place => !odd.includes(place))
  const buyers = ordinary.slice(0, BUYERS[arm]!)
  return {
    buyers: new Set(buyers),
    lateBuyers: new Set(buyers.slice(0, LATE[arm]!)),
    earlyBuyers: new Set(ordinary.slice(buyers.length, buyers.length + EARLY[arm]!)),
    failedPayments: draws.some(PAYMENT_ERRORS[arm]!, places),
  }
}

function visit(visitor: Visitor, plan: Plan, script: EventScript, draws: Draws): void {
  const { arm, place, exposedAs, userId } = visitor
  const exposedAt = DEMO_START_MS + draws.share() * EXPOSURE_DAYS * DAY_MS
  // Those who buy have iOS a little more often.
  const platform = draws.isTrue(plan.buyers.has(place) ? 0.56 : 0.5) ? 'iOS' : 'Android'
  if (exposedAs !== userId) script.link(exposedAs, userId)
  script.expose(exposedAs, arm, exposedAt)
  script.sortInto(userId, platform)
  if (EXCLUDED_PLACES.includes(place)) script.exclude(userId, 'Works for the shop')
  if (arm === BOT.arm && place === BOT.place) crawl(userId, exposedAt, script)
  buy(visitor, plan, exposedAt, script, draws)
  if (plan.failedPayments.has(place)) script.convert(userId, 'payment_error_rate', 1, exposedAt + MINUTE_MS)
  script.convert(userId, 'refund_amount', cents(draws.normal(18 - 0.2 * arm, 6.5)), exposedAt + DAY_MS)
}

function crawl(userId: string, exposedAt: number, script: EventScript): void {
  for (let event = 1; event <= BOT.events; event += 1) {
    script.convert(userId, 'purchase_conversion', 1, exposedAt + event * BOT.secondsApart * 1000)
  }
}

function buy({ place, userId }: Visitor, plan: Plan, exposedAt: number, script: EventScript, draws: Draws): void {
  if (plan.earlyBuyers.has(place)) script.convert(userId, 'purchase_conversion', 1, exposedAt - 30 * MINUTE_MS)
  if (!plan.buyers.has(place)) return
  const minutes = plan.lateBuyers.has(place) ? draws.whole(15 * 24 * 60, 20 * 24 * 60) : draws.whole(2, 3000)
  const boughtAt = exposedAt + minutes * MINUTE_MS
  script.convert(userId, 'purchase_conversion', 1, boughtAt)
  script.convert(userId, 'order_value', cents(draws.normal(62, 14)), boughtAt)
}
