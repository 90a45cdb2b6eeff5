import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { normalUpperQuantile } from '@verdict/stats'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { systemClock } from '../src/clock.ts'
import { readConfig } from '../src/config.ts'
import { EXAMPLE_PROJECT } from '../src/features/projects/project-example.ts'
import { openApplication } from '../src/open-application.ts'
import type { DecisionShares, DecisionStudy } from './decision-study.ts'

const READS_TO_PLAN = 5
const BASELINE = 45
const EFFECT_PCT = 8
const SPREAD = 12
const GUARDRAIL = {
  name: 'seconds',
  metric_type: 'continuous',
  baseline_mean: 20,
  std_dev: 8,
  non_inferiority_margin_pct: 5,
}
const MARGIN = 1
const LANES = 6
const MOST_ITEMS = 1000

type Send = (method: 'GET' | 'POST', path: string, body?: object) => Promise<Answer>
// biome-ignore lint/suspicious/noExplicitAny: answers are read by path here; their shapes are held by the server's schemas
type Answer = any

/**
 * The same experiments as on moments, small ones, through the real routes and the real event engine: each day new persons
 * are exposed and convert, and the decision is read, up to twice the planned size.
 */
export async function runHttpStudy(study: DecisionStudy): Promise<DecisionShares> {
  const folder = mkdtempSync(join(tmpdir(), 'verdict-study-'))
  const settings = { AB_DATA_DIR: folder, AB_RATE_LIMIT_ENABLED: 'false', AB_SERVE_FRONTEND_DIST: 'false' }
  const config = readConfig({ ...settings, AB_COMPUTE_ADMISSION_ENABLED: 'false' })
  const { app, close } = await openApplication({ config, clock: systemClock, output: nowhere() })
  const send: Send = async (method, path, body) => {
    const answer = await app.inject({ method, url: `/api/v1${path}`, ...(body ? { payload: body } : {}) })
    if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`)
    return answer.json()
  }
  try {
    const ends = await inLanes(study.runs, run => runOne(send, study, normalsOf(study.seed + run)))
    const share = (name: keyof End) => ends.filter(end => end[name]).length / study.runs
    return {
      everShipped: share('everShipped'),
      lookCrossed: share('lookCrossed'),
      shippedInTheEnd: share('shippedInTheEnd'),
      everVetoed: share('everVetoed'),
      runs: study.runs,
    }
  } finally {
    await close()
    rmSync(folder, { recursive: true })
  }
}

interface End {
  readonly everShipped: boolean
  readonly lookCrossed: boolean
  readonly shippedInTheEnd: boolean
  readonly everVetoed: boolean
}

async function runOne(send: Send, study: DecisionStudy, normal: () => number): Promise<End> {
  const { id } = await send('POST', '/projects', payloadOf(study))
  const path = `/experiments/${id}`
  const { sequential } = await send('GET', `${path}/live-stats`)
  const perDay = Math.ceil(sequential.planned_sample_size_per_variant / READS_TO_PLAN)
  let [everShipped, everVetoed, shippedInTheEnd] = [false, false, false]
  for (let day = 0; day < 2 * READS_TO_PLAN; day += 1) {
    await sendDay(send, path, study, { day, perDay }, normal)
    const { verdict, blockers } = await send('GET', `${path}/decision`)
    shippedInTheEnd = verdict === 'ship'
    everShipped ||= shippedInTheEnd
    everVetoed ||= blockers.some(({ code }: { code: string }) => code === 'guardrail_breach')
  }
  const { looks } = await send('GET', `${path}/live-stats`)
  return { everShipped, everVetoed, shippedInTheEnd, lookCrossed: looks.some(isGoodLook) }
}

async function sendDay(
  send: Send,
  path: string,
  { effects, harmsAtMargin }: DecisionStudy,
  { day, perDay }: { readonly day: number; readonly perDay: number },
  normal: () => number,
): Promise<void> {
  const means = [0, ...effects].map(multiple => BASELINE * (1 + (multiple * EFFECT_PCT) / 100))
  const users = means.flatMap((mean, arm) =>
    Array.from({ length: perDay }, (_, at) => ({ user_id: `${day}-${arm}-${at}`, arm, mean })),
  )
  const conversions = users.flatMap(({ user_id, arm, mean }) => {
    const primary = { user_id, metric: EXAMPLE_PROJECT.metrics.primary_metric_name, value: mean + SPREAD * normal() }
    if (!harmsAtMargin) return [primary]
    const harm = arm === 0 ? 0 : MARGIN
    const value = GUARDRAIL.baseline_mean + harm + GUARDRAIL.std_dev * normal()
    return [primary, { user_id, metric: GUARDRAIL.name, value }]
  })
  for (const part of partsOf(users)) {
    const exposures = part.map(({ user_id, arm }) => ({ user_id, variation_index: arm }))
    await send('POST', `${path}/exposures`, { exposures })
  }
  for (const part of partsOf(conversions)) await send('POST', `${path}/conversions`, { conversions: part })
}

interface Look {
  readonly comparisons: readonly { readonly test_statistic: number; readonly crossed: boolean }[]
}

function isGoodLook({ comparisons }: Look): boolean {
  return comparisons.some(({ crossed, test_statistic }) => crossed && test_statistic > 0)
}

function payloadOf({ design, effects, harmsAtMargin }: DecisionStudy): object {
  const arms = effects.length + 1
  const changes: Record<string, object> = {
    metrics: {
      metric_type: 'continuous',
      baseline_value: BASELINE,
      mde_pct: EFFECT_PCT,
      std_dev: SPREAD,
      guardrail_metrics: harmsAtMargin ? [GUARDRAIL] : [],
    },
    setup: { variants_count: arms, traffic_split: Array(arms).fill(1) },
  }
  const payload: Record<string, object> = { ...EXAMPLE_PROJECT }
  for (const [name, change] of [...Object.entries(changes), ...Object.entries(design)]) {
    payload[name] = { ...payload[name], ...change }
  }
  return payload
}

async function inLanes<T>(count: number, work: (at: number) => Promise<T>): Promise<readonly T[]> {
  const results: T[] = []
  let next = 0
  const lane = async () => {
    for (let at = next++; at < count; at = next++) results.push(await work(at))
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return results
}

function partsOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / MOST_ITEMS)
  return Array.from({ length: count }, (_, part) => items.slice(part * MOST_ITEMS, (part + 1) * MOST_ITEMS))
}

function normalsOf(seed: number): () => number {
  const generator = xoroshiro128plus(seed)
  return () => normalUpperQuantile(uniformFloat64(generator) + 2 ** -54)
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}
