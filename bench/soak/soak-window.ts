import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { percentile } from '../http-load.ts'

/** What was seen in ten seconds. */
export interface SoakWindow {
  readonly eventsPerSecond: number
  readonly ingestionP50: number
  readonly ingestionP99: number
  readonly readP50: number
  readonly readP99: number
  readonly failures: number
  readonly rssMb: number
  readonly filesMb: number
}

interface Seen {
  readonly ingestion: readonly number[]
  readonly reads: readonly number[]
  readonly events: number
  readonly failures: number
}

export function windowOf(
  { ingestion, reads, events, failures }: Seen,
  seconds: number,
  pid: number,
  data: string,
): SoakWindow {
  const [sent, read] = [ascending(ingestion), ascending(reads)]
  return {
    eventsPerSecond: Math.round(events / seconds),
    ingestionP50: percentile(sent, 0.5) ?? Number.NaN,
    ingestionP99: percentile(sent, 0.99) ?? Number.NaN,
    readP50: percentile(read, 0.5) ?? Number.NaN,
    readP99: percentile(read, 0.99) ?? Number.NaN,
    failures,
    rssMb: rssMbOf(pid),
    filesMb: readdirSync(data).reduce((sum, name) => sum + statSync(join(data, name)).size, 0) / 2 ** 20,
  }
}

export function printWindow(window: SoakWindow, at: number): object {
  return {
    bench: 'soak-window',
    second: at * 10,
    events_per_second: window.eventsPerSecond,
    ingestion_p50_ms: tenths(window.ingestionP50),
    ingestion_p99_ms: tenths(window.ingestionP99),
    read_p50_ms: tenths(window.readP50),
    read_p99_ms: tenths(window.readP99),
    failures: window.failures,
    rss_mb: Math.round(window.rssMb),
    files_mb: Math.round(window.filesMb),
  }
}

function ascending(values: readonly number[]): readonly number[] {
  return [...values].sort((a, b) => a - b)
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}

function rssMbOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}
