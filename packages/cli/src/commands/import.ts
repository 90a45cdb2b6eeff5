import { Command } from 'commander'
import { CommandFailure } from '../command-failure.ts'
import { type Connection, connect } from '../connection.ts'
import { describeError } from '../describe-error.ts'
import { KINDS, type Kind, parseJsonFile, readMapping, type Source, sourceFromFlags } from '../import-mapping.ts'
import { findReceipt, type ImportReceipt, receiptPath, writeReceipt } from '../import-receipt.ts'
import type { Surroundings } from '../program.ts'
import { newProgress } from '../progress.ts'
import { type SentRows, sendRows } from '../send-rows.ts'
import { sourceParts } from '../source-parts.ts'
import { fileDigest, openSource } from '../source-rows.ts'

interface ImportOptions {
  readonly project: string
  readonly exposures: readonly string[]
  readonly conversions: readonly string[]
  readonly prePeriod: readonly string[]
  readonly strata: readonly string[]
  readonly map: readonly string[]
  readonly mapping?: string
  readonly file?: string
  readonly fresh: boolean
  readonly server?: string
  readonly data?: string
  readonly token?: string
}

/** Rows in one call; a cut repeats no more than these. A multiple of the rows that are read at once. */
const PART_ROWS = 200_000
const MOST_NAMED = 5

export function importCommand({ write, env }: Surroundings): Command {
  const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value]
  return new Command('import')
    .description('Create a project and bring its data in from CSV, Parquet or JSON-lines files.')
    .requiredOption('--project <file>', 'the design, as POST /api/v1/projects takes it')
    .option('--exposures <file>', 'who saw which arm', collect, [])
    .option('--conversions <file>', 'metric events', collect, [])
    .option('--pre-period <file>', 'covariates from before the start', collect, [])
    .option('--strata <file>', 'strata of users', collect, [])
    .option('--map <kind.field=column>', 'the column of a field; kind.field==expression for an expression', collect, [])
    .option('--mapping <file>', 'files and columns in one JSON file')
    .option('--file <file>', 'read every source of the mapping from this file')
    .option('--fresh', 'start over with a new project, also when an earlier import can go on', false)
    .option('--server <url>', 'a running server', env.VERDICT_SERVER)
    .option('--data <folder>', 'open this data folder itself, without a server')
    .option('--token <token>', 'an API token with the write scope', env.VERDICT_TOKEN)
    .addHelpText(
      'after',
      '\nThe same command again goes on where the last one stopped; rows that arrived twice count once.',
    )
    .action(async (options: ImportOptions) => {
      const connection = await connect(options)
      try {
        await runImport(connection, options, write)
      } finally {
        await connection.close()
      }
    })
}

async function runImport(connection: Connection, options: ImportOptions, write: (text: string) => void): Promise<void> {
  const sources = sourcesOf(options)
  let receipt = await startOrResume(connection, options)
  for (const [index, source] of sources.entries()) {
    const key = `${index}:${source.kind}:${await fileDigest(source.file)}`
    receipt = await importSource(connection, source, key, receipt, receiptPath(options.project), write)
  }
  write(`Imported into ${connection.place}. Read it with: npx verdict readout ${receipt.projectId}\n`)
}

function sourcesOf(options: ImportOptions): readonly Source[] {
  const mapped = options.mapping === undefined ? [] : readMapping(options.mapping, options.file ?? null)
  const files: Record<Kind, readonly string[]> = {
    exposures: options.exposures,
    conversions: options.conversions,
    'pre-period': options.prePeriod,
    strata: options.strata,
  }
  const kinds = Object.keys(KINDS) as Kind[]
  const flagged = kinds.flatMap(kind => files[kind].map(file => sourceFromFlags(kind, file, options.map)))
  if (mapped.length + flagged.length > 0) return [...mapped, ...flagged]
  throw new CommandFailure('Nothing to import: name files with --exposures, --conversions, ... or a --mapping.')
}

async function startOrResume(connection: Connection, { project, fresh }: ImportOptions): Promise<ImportReceipt> {
  const projectDigest = await fileDigest(project)
  const earlier = fresh ? null : findReceipt(receiptPath(project), connection.place, projectDigest)
  if (earlier !== null && (await exists(connection, earlier.projectId))) return earlier
  const body = parseJsonFile(project) as never
  const { data, error, response } = await connection.client.POST('/api/v1/projects', { body })
  if (data === undefined) throw new CommandFailure(`${project}: ${describeError(error, response.status)}`)
  const receipt = { place: connection.place, projectDigest, projectId: data.id, acknowledged: {} }
  writeReceipt(receiptPath(project), receipt)
  return receipt
}

async function exists({ client }: Connection, projectId: string): Promise<boolean> {
  const { response } = await client.GET('/api/v1/projects/{project_id}', {
    params: { path: { project_id: projectId } },
  })
  return response.ok
}

async function importSource(
  { client }: Connection,
  source: Source,
  key: string,
  start: ImportReceipt,
  path: string,
  write: (text: string) => void,
): Promise<ImportReceipt> {
  const rows = await openSource(source)
  const progress = newProgress(source.kind, rows.total, write)
  const skipped = start.acknowledged[key] ?? 0
  let [receipt, recorded, deduplicated] = [start, 0, 0]
  for (const { from, batches } of sourceParts(rows, skipped, PART_ROWS)) {
    const { kind, file } = source
    const sent = await sendRows(client, { experimentId: receipt.projectId, kind, batches })
    if (sent.refused_total > 0) throw refusal(kind, file, from, sent)
    const done = from + sent.received
    recorded += sent.recorded
    deduplicated += sent.deduplicated
    receipt = { ...receipt, acknowledged: { ...receipt.acknowledged, [key]: done } }
    writeReceipt(path, receipt)
    progress.advance(done)
  }
  rows.close()
  const before = skipped === 0 ? '' : `, ${skipped} from before`
  progress.finish(`${source.kind}: ${recorded} recorded, ${deduplicated} already there${before}`)
  return receipt
}

function refusal(kind: Kind, file: string, from: number, { refused, refused_total: total }: SentRows): CommandFailure {
  const named = refused
    .slice(0, MOST_NAMED)
    .map(({ line, reason, path }) => `row ${from + line}${path === null ? '' : `, ${path}`}: ${reason}`)
  const more = total > named.length ? [`and ${total - named.length} more`] : []
  const rows = total === 1 ? '1 row of' : `${total} rows of`
  return new CommandFailure(
    `${kind}: ${rows} ${file} refused, the others are stored. ${[...named, ...more].join('; ')}`,
  )
}
