import { post } from './server-calls.ts'

export interface Seeded {
  readonly win: string
  readonly mismatch: string
  readonly empty: string
  readonly revenue: string
  readonly archived: string
}

const BATCH = 1000

/** Experiments of every state, the same in every run: a clear win, a sample-ratio mismatch, an empty one, and more. */
export async function seed(baseUrl: string): Promise<Seeded> {
  const empty = await createProject(baseUrl, 'Search ranking', 'A fresher index brings more clicks', {})
  const mismatch = await createProject(baseUrl, 'Pricing page', 'Yearly prices first raise upgrades', {})
  await expose(baseUrl, mismatch, persons('m', 1800), (_, index) => (index < 1000 ? 0 : 1))
  await convert(baseUrl, mismatch, persons('m', 1800), index => (index % 6 === 0 ? 1 : null))
  const archived = await createProject(baseUrl, 'Old banner', 'A louder banner is seen more', {})
  await expose(baseUrl, archived, persons('o', 40), (_, index) => index % 2)
  await post(baseUrl, `/api/v1/projects/${archived}/archive`, {})
  const revenue = await seedRevenue(baseUrl)
  const win = await createProject(baseUrl, 'Checkout redesign', 'Fewer steps raise the purchase rate', {})
  await expose(baseUrl, win, persons('w', 3600), (_, index) => index % 2)
  await convert(baseUrl, win, persons('w', 3600), index => (converts(index) ? 1 : null))
  return { win, mismatch, empty, revenue, archived }
}

/** More exposed persons; by default as many in each of two arms. */
export async function exposeMore(
  baseUrl: string,
  id: string,
  count: number,
  armOf: (index: number) => number = index => index % 2,
): Promise<void> {
  await expose(baseUrl, id, persons('later', count), (_, index) => armOf(index))
}

// One in five of control, 28 % of treatment.
function converts(index: number): boolean {
  const rank = (index * 7919) % 100
  return rank < (index % 2 === 0 ? 20 : 28)
}

async function seedRevenue(baseUrl: string): Promise<string> {
  const id = await createProject(baseUrl, 'Basket suggestions', 'Suggestions raise the value of a basket', {
    setup: { variants_count: 3, traffic_split: [34, 33, 33] },
    metrics: { primary_metric_name: 'revenue', metric_type: 'continuous', baseline_value: 50, std_dev: 20, mde_pct: 4 },
  })
  const users = persons('r', 1500)
  await expose(baseUrl, id, users, (_, index) => index % 3)
  const past = (index: number) => 30 + ((index * 37) % 41)
  await convert(baseUrl, id, users, index => past(index) + ((index * 13) % 17) + (index % 3 === 2 ? 1.5 : 0), 'revenue')
  await inBatches(users, (batch, start) =>
    post(baseUrl, `/api/v1/experiments/${id}/pre-period`, {
      pre_period_values: batch.map((user_id, at) => ({
        user_id,
        value: past(start + at),
        covariate_name: 'revenue_before',
      })),
    }),
  )
  await inBatches(users, (batch, start) =>
    post(baseUrl, `/api/v1/experiments/${id}/strata`, {
      strata: batch.map((user_id, at) => ({
        user_id,
        stratum: ['Desktop', 'Phone', 'Tablet'][((start + at) % 7) % 3],
      })),
    }),
  )
  return id
}

function persons(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${index}`)
}

async function expose(
  baseUrl: string,
  id: string,
  users: readonly string[],
  armOf: (user: string, index: number) => number,
): Promise<void> {
  await inBatches(users, (batch, start) =>
    post(baseUrl, `/api/v1/experiments/${id}/exposures`, {
      exposures: batch.map((user_id, at) => ({ user_id, variation_index: armOf(user_id, start + at) })),
    }),
  )
}

async function convert(
  baseUrl: string,
  id: string,
  users: readonly string[],
  amountOf: (index: number) => number | null,
  metric = 'purchase',
): Promise<void> {
  await inBatches(users, async (batch, start) => {
    const conversions = batch.flatMap((user_id, at) => {
      const value = amountOf(start + at)
      return value === null ? [] : [{ user_id, metric, value, idempotency_key: `${metric}-${user_id}` }]
    })
    if (conversions.length > 0) await post(baseUrl, `/api/v1/experiments/${id}/conversions`, { conversions })
  })
}

async function inBatches(
  users: readonly string[],
  send: (batch: readonly string[], start: number) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < users.length; start += BATCH) await send(users.slice(start, start + BATCH), start)
}

/** A design with defaults; its id. */
export async function createProject(
  baseUrl: string,
  name: string,
  hypothesis: string,
  changes: { setup?: object; metrics?: object },
): Promise<string> {
  const { id } = await post<{ id: string }>(baseUrl, '/api/v1/projects', design(name, hypothesis, changes))
  return id
}

function design(name: string, hypothesis: string, changes: { setup?: object; metrics?: object }) {
  return {
    project: {
      project_name: name,
      domain: 'e-commerce',
      product_type: 'web shop',
      platform: 'web',
      market: 'EU',
      project_description: '',
    },
    hypothesis: {
      change_description: 'A change of the page',
      target_audience: 'All visitors',
      business_problem: '',
      hypothesis_statement: hypothesis,
      what_to_validate: '',
      desired_result: '',
    },
    setup: {
      experiment_type: 'ab',
      randomization_unit: 'user',
      traffic_split: [50, 50],
      expected_daily_traffic: 1000,
      audience_share_in_test: 1,
      variants_count: 2,
      inclusion_criteria: '',
      exclusion_criteria: '',
      ...changes.setup,
    },
    metrics: {
      primary_metric_name: 'purchase',
      metric_type: 'binary',
      baseline_value: 0.2,
      mde_pct: 20,
      alpha: 0.05,
      power: 0.8,
      ...changes.metrics,
    },
    constraints: {
      seasonality_present: false,
      active_campaigns_present: false,
      returning_users_present: true,
      interference_risk: 'low',
      technical_constraints: '',
      legal_or_ethics_constraints: '',
      known_risks: '',
      deadline_pressure: 'low',
      long_test_possible: true,
    },
  }
}
