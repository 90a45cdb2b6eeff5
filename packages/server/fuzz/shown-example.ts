import { EXAMPLE_IDS, exampleId } from '../src/http/example-ids.ts'

const SHOWN_IDS: ReadonlySet<string> = new Set(Object.values(EXAMPLE_IDS))
const MOST_ITEMS = 2
const MOST_NUMBERS = 5
const MOST_LINES = 12
const MOST_CHARS = 160
/** Ids with a meaning come before. */
const FIRST_COUNT = 11
const RANDOM = new RegExp(
  [
    /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/,
    /\b(?:[0-9a-f]{64}|[0-9a-f]{32}|[0-9a-f]{16})\b/,
    // A key, and the beginning of one.
    /\babk_(?:[\w-]{43}|[\w-]{8}(?![\w-]))/,
    // 128 bits as base64url, which no word looks like.
    /(?<![\w-])(?=[\w-]*[a-z])(?=[\w-]*(?:[A-Z]{2}|[A-Z]\w[A-Z]|\d[A-Z]))[\w-]{22}(?![\w-])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
)
/** A sample of Prometheus. */
const SAMPLE = /^(\w+(?:\{[^}]*\})?) [\d.e+-]+$/gm
/** Told of the machine, not of the request; by the name of the key. */
const OF_MACHINE: Readonly<Record<string, number>> = {
  disk_free_bytes: 52_428_800_000,
  db_size_bytes: 4_194_304,
  total_requests: 1024,
  success_responses: 1024,
  process_time_ms_count: 1024,
  process_time_ms_avg: 2.341,
  process_time_ms_max: 37.92,
}
/** Told of a random id: the arm that it leads to. */
const ARM = { variation_index: 1, hash: 0.6863 }
const GROWTHBOOK_ARM = { variationId: 1, bucket: 0.6863 }

/** An answer as the documentation shows it: short, and the same whenever it is recorded. `known` are texts with a stand-in. */
export function shownExample(body: unknown, known: readonly (readonly [real: string, shown: string])[]): unknown {
  const given = new Map<string, string>()
  const standIn = (random: string): string => {
    if (SHOWN_IDS.has(random) || random.startsWith(exampleId(0).slice(0, -3))) return random
    const shown = given.get(random) ?? standInOf(random, FIRST_COUNT + given.size)
    given.set(random, shown)
    return shown
  }
  const steady = (text: string) =>
    known.reduce((current, [real, shown]) => current.replaceAll(real, shown), text).replaceAll(RANDOM, standIn)

  return shortened(body, text => shortText(steady(text.startsWith('# HELP') ? text.replaceAll(SAMPLE, '$1 1') : text)))
}

/** Same length, same letters. */
function standInOf(random: string, count: number): string {
  if (random.length === 36) return exampleId(count)
  if (random.startsWith('abk_')) return `abk_${'Example'.repeat(7)}`.slice(0, random.length)
  return '3b5d9c07f2a8e164'.repeat(4).slice(0, random.length)
}

function shortened(value: unknown, text: (value: string) => string, name = ''): unknown {
  if (name in OF_MACHINE) return OF_MACHINE[name]
  if (typeof value === 'string') return text(value)
  if (Array.isArray(value)) {
    const most = value.every(item => typeof item === 'number') ? MOST_NUMBERS : MOST_ITEMS
    return value.slice(0, most).map(item => shortened(item, text))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(steadyArm(value)).map(([key, item]) => [text(key), shortened(item, text, key)]),
  )
}

function steadyArm(value: object): object {
  if ('hash' in value && 'variation_index' in value) return { ...value, ...ARM }
  return 'bucket' in value && 'variationId' in value ? { ...value, ...GROWTHBOOK_ARM } : value
}

function shortText(text: string): string {
  const lines = text.split('\n')
  if (lines.length <= MOST_LINES && text.length <= MOST_LINES * MOST_CHARS) return text
  const shown = lines
    .slice(0, MOST_LINES)
    .map(line => (line.length > MOST_CHARS ? `${line.slice(0, MOST_CHARS)}…` : line))
  return [...shown, '…'].join('\n')
}
