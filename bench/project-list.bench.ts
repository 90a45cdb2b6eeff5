import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillProjects } from './filled-projects.ts'
import { type Call, percentile, sendAll } from './http-load.ts'
import { startServerProcess } from './server-process.ts'
import { rounded } from './two-sides.ts'

// The list over HTTP beside GET /health, one request at a time: pages, searches and sorts of many projects, each with a few
// revisions, a tenth of them archived, half of them analysed, the design a few kilobytes long.
const [count = 10_000, requests = 400] = process.argv.slice(2).map(Number)
const QUESTIONS: Readonly<Record<string, string>> = {
  'first page': '',
  'last page': `&offset=${Math.round(count * 0.9) - 50}`,
  'all, by date of creation': '&status=all&sort_by=created_at',
  'by name': '&sort_by=name&sort_dir=asc',
  'by duration': '&sort_by=duration_days',
  'of one type': '&metric_type=count',
  'search that finds few': `&q=number%20${count - 7}`,
  'search that finds all': '&q=EXPERIMENT&sort_by=name',
  'search that finds none': '&q=nowhere',
}

const folder = mkdtempSync(join(tmpdir(), 'verdict-bench-'))
const dataDir = join(folder, 'data')

try {
  await fillProjects(dataDir, count)
  const { port, stop } = await startServerProcess(dataDir)
  const health = await timesOf(port, { method: 'GET', path: '/health' })
  for (const [question, query] of Object.entries(QUESTIONS)) {
    const own = await timesOf(port, { method: 'GET', path: `/api/v1/projects?limit=50${query}` })
    const figures = { p50_ms: rounded(percentile(own, 0.5)), p95_ms: rounded(percentile(own, 0.95)) }
    const beside = { health_p95_ms: rounded(percentile(health, 0.95)) }
    const bar = 'p95_ms <= 20'
    console.log(
      JSON.stringify({ bench: 'project-list', question, projects: count, requests, ...figures, ...beside, bar }),
    )
  }
  await stop()
} finally {
  rmSync(folder, { recursive: true })
}

async function timesOf(port: number, call: Call): Promise<readonly number[]> {
  await sendAll(port, Array<Call>(20).fill(call), 1)
  return (await sendAll(port, Array<Call>(requests).fill(call), 1)).milliseconds
}
