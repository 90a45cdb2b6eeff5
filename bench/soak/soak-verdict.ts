import { median } from '../median.ts'
import type { SoakWindow } from './soak-window.ts'

const MOST_GROWTH = 1.25

/** Medians of the last third of the windows over those of the first. */
export function soakVerdict(windows: readonly SoakWindow[]) {
  const third = Math.floor(windows.length / 3)
  const ratio = (name: keyof SoakWindow) => {
    const of = (part: readonly SoakWindow[]) => median(part.map(window => window[name]).filter(Number.isFinite))
    return hundredths(of(windows.slice(-third)) / of(windows.slice(0, third)))
  }
  const last = windows.at(-1)!
  const figures = {
    rss_growth: ratio('rssMb'),
    ingestion_p50_growth: ratio('ingestionP50'),
    ingestion_p99_growth: ratio('ingestionP99'),
    read_p50_growth: ratio('readP50'),
    read_p99_growth: ratio('readP99'),
    files_growth: ratio('filesMb'),
    failures: windows.reduce((sum, { failures }) => sum + failures, 0),
    rss_first_mb: Math.round(windows[0]!.rssMb),
    rss_mb: Math.round(last.rssMb),
    files_mb: Math.round(last.filesMb),
    ingestion_p50_ms: hundredths(median(windows.map(window => window.ingestionP50))),
    ingestion_p99_ms: hundredths(median(windows.map(window => window.ingestionP99))),
    read_p50_ms: hundredths(median(windows.map(window => window.readP50).filter(Number.isFinite))),
    events: Math.round(windows.reduce((sum, { eventsPerSecond }) => sum + eventsPerSecond * 10, 0)),
  }
  const { rss_growth, ingestion_p50_growth, ingestion_p99_growth, read_p50_growth } = figures
  const latencies = [ingestion_p50_growth, ingestion_p99_growth, read_p50_growth]
  return {
    ...figures,
    bar: `growth <= ${MOST_GROWTH}`,
    is_memory_flat: rss_growth <= MOST_GROWTH,
    is_latency_flat: latencies.every(growth => growth <= MOST_GROWTH),
  }
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}
