import { createWriteStream } from 'node:fs'
import { readFile, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Command } from 'commander'
import { CommandFailure } from '../command-failure.ts'
import { type Connection, type ConnectionOptions, connect } from '../connection.ts'
import { describeError } from '../describe-error.ts'
import type { Surroundings } from '../program.ts'

interface ExportOptions extends ConnectionOptions {
  readonly execution: boolean
  readonly bundleVersion?: string
}

interface ImportOptions extends ConnectionOptions {
  readonly key?: string
}

/** A folder of one's own takes bundles of any size that fits into memory. */
const MOST_BYTES = 2 ** 30

export function workspaceCommand(surroundings: Surroundings): Command {
  return new Command('workspace')
    .description('Save a whole workspace to a file, check such a file, bring it in.')
    .addCommand(exportCommand(surroundings))
    .addCommand(importCommand(surroundings))
    .addCommand(validateCommand(surroundings))
}

function exportCommand(surroundings: Surroundings): Command {
  return withConnection(new Command('export'), surroundings)
    .description('Write every project, analysis, revision and template to a file.')
    .argument('<file>', 'where the bundle goes')
    .option('--execution', 'with exposures, conversions and all else that experiments have stored', false)
    .option('--bundle-version <number>', '3 makes a bundle for the earlier system')
    .action((file: string, options: ExportOptions) =>
      connected(options, surroundings, async connection => {
        await writeBundle(connection, file, options)
        surroundings.write(`Exported ${connection.place} to ${file}.\n`)
      }),
    )
}

function importCommand(surroundings: Surroundings): Command {
  return withConnection(new Command('import'), surroundings)
    .description('Add what a bundle holds to a workspace, whole or not at all.')
    .argument('<file>', 'the bundle')
    .option('--key <text>', 'imports nothing again when it was used for this file in the last 24 hours')
    .action((file: string, options: ImportOptions) =>
      connected(options, surroundings, async ({ client, place }) => {
        const headers = options.key === undefined ? {} : { 'Idempotency-Key': options.key }
        const sent = { ...(await bodyOf(file)), headers }
        const { data, error, response } = await client.POST('/api/v1/workspace/import', sent)
        if (data === undefined) throw new CommandFailure(`${file}: ${describeError(error, response.status)}`)
        surroundings.write(
          `Imported into ${place}: ${data.imported_projects} projects, ${data.imported_analysis_runs} analyses, ${data.imported_project_revisions} revisions, ${data.imported_templates} templates, ${data.imported_execution_rows} rows of events.\n`,
        )
      }),
    )
}

function validateCommand(surroundings: Surroundings): Command {
  return withConnection(new Command('validate'), surroundings)
    .description('Check a bundle as an import does, and write nothing.')
    .argument('<file>', 'the bundle')
    .action((file: string, options: ConnectionOptions) =>
      connected(options, surroundings, async ({ client }) => {
        const { data, error, response } = await client.POST('/api/v1/workspace/validate', await bodyOf(file))
        if (data === undefined) throw new CommandFailure(`${file}: ${describeError(error, response.status)}`)
        const signature = data.signature_verified ? 'signature verified' : 'not signed'
        surroundings.write(
          `${file} is valid: version ${data.schema_version}, ${data.counts.projects} projects, checksum ${data.checksum_sha256}, ${signature}.\n`,
        )
      }),
    )
}

function withConnection(command: Command, { env }: Surroundings): Command {
  return command
    .option('--server <url>', 'a running server', env.VERDICT_SERVER)
    .option('--data <folder>', 'open this data folder itself, without a server')
    .option('--token <token>', 'an API token', env.VERDICT_TOKEN)
}

async function connected(
  options: ConnectionOptions,
  { env }: Surroundings,
  work: (connection: Connection) => Promise<void>,
): Promise<void> {
  const key = env.AB_WORKSPACE_SIGNING_KEY
  const settings = { AB_MAX_WORKSPACE_BODY_BYTES: String(MOST_BYTES) }
  const connection = await connect(options, key ? { ...settings, AB_WORKSPACE_SIGNING_KEY: key } : settings)
  try {
    await work(connection)
  } finally {
    await connection.close()
  }
}

/** What breaks off leaves no file that looks whole. */
async function writeBundle({ client }: Connection, file: string, options: ExportOptions): Promise<void> {
  const query = {
    ...(options.execution ? { include: 'execution' as const } : {}),
    ...(options.bundleVersion === undefined ? {} : { version: Number(options.bundleVersion) as 3 | 4 }),
  }
  const { data, error, response } = await client.GET('/api/v1/workspace/export', {
    params: { query },
    parseAs: 'stream',
  })
  if (!data) throw new CommandFailure(describeError(error, response.status))
  const part = `${file}.part`
  try {
    await pipeline(Readable.fromWeb(data as ReadableStream), createWriteStream(part, { mode: 0o600 }))
    await rename(part, file)
  } catch (failure) {
    await rm(part, { force: true })
    throw new CommandFailure(`The export broke off: ${(failure as Error).message}`)
  }
}

// Sent as it is: parsed and printed again, a number might lose the way in which it was written.
async function bodyOf(file: string) {
  const text = await readFile(file, 'utf8').catch((failure: Error) => {
    throw new CommandFailure(`${file} can not be read: ${failure.message}`)
  })
  return { body: text as never, bodySerializer: (body: unknown) => body as string }
}
