import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EXAMPLE_PROJECT } from '../packages/server/src/features/projects/project-example.ts'
import { onEventFile } from './duckdb-file.ts'
import { send } from './http-load.ts'
import { startServerProcess } from './server-process.ts'

export interface ExperimentSize {
  readonly users: number
  readonly events: number
}

/**
 * An experiment of that size in a new data folder: a continuous primary metric, two guardrails, one covariate, five strata.
 * One row of each kind goes over HTTP and creates the tables; the rest is written into the file. Returns its id.
 */
export async function fillExperiment(dataDir: string, { users, events }: ExperimentSize): Promise<string> {
  const id = await createExperiment(dataDir)
  const sizes = { users, events, metrics: GUARDRAILS.length + 1 }
  const text = readFileSync(new URL('./raw/fill-events.duckdb.sql', import.meta.url), 'utf8')
  await onEventFile(join(dataDir, 'events.duckdb'), async connection => {
    await connection.run(
      text.replaceAll(/\$(users|events|metrics)/g, (_, name: keyof typeof sizes) => String(sizes[name])),
    )
    await connection.run('checkpoint')
  })
  return id
}

const GUARDRAILS = ['refunds', 'latency'].map(name => ({
  name,
  metric_type: 'continuous',
  baseline_mean: 5,
  std_dev: 5,
  non_inferiority_margin_pct: 1,
}))

async function createExperiment(dataDir: string): Promise<string> {
  const server = await startServerProcess(dataDir)
  const spread = { metric_type: 'continuous', std_dev: 12, baseline_value: 45, primary_metric_name: 'primary' }
  const metrics = { ...EXAMPLE_PROJECT.metrics, ...spread, guardrail_metrics: GUARDRAILS }
  const post = (path: string, body: unknown) =>
    send(server.port, { method: 'POST', path, body: Buffer.from(JSON.stringify(body)) })
  const { id } = JSON.parse(await post('/api/v1/projects', { ...EXAMPLE_PROJECT, metrics })) as { id: string }
  const [user_id, experiment] = ['first', `/api/v1/experiments/${id}`]
  const first = { user_id, variation_index: 0, occurred_at: '2023-11-14T22:13:20Z' }
  await post(`${experiment}/exposures`, { exposures: [first] })
  const names = ['primary', ...GUARDRAILS.map(({ name }) => name)]
  await post(`${experiment}/conversions`, { conversions: names.map(metric => ({ user_id, metric })) })
  await post(`${experiment}/pre-period`, { pre_period_values: [{ user_id, value: 1 }] })
  await post(`${experiment}/strata`, { strata: [{ user_id, stratum: 's0' }] })
  await server.stop()
  return id
}
