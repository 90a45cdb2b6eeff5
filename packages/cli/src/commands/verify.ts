import { readFile } from 'node:fs/promises'
import { checkSeal, type SealedRecord } from '@verdict/server'
import { Command } from 'commander'
import { CommandFailure } from '../command-failure.ts'
import { type Connection, type ConnectionOptions, connect } from '../connection.ts'
import { sealedRecordOf } from '../decision-record-file.ts'
import { describeError } from '../describe-error.ts'
import type { Surroundings } from '../program.ts'
import { recordDifferences } from '../record-differences.ts'

/** The record does not hold. */
const NOT_CONFIRMED = 1
/** Whether it holds can not be told. */
const NOT_VERIFIED = 2

interface VerifyOptions extends ConnectionOptions {
  readonly key?: string
}

export function verifyCommand({ write, env }: Surroundings): Command {
  return new Command('verify')
    .description(
      'Compare a decision record with what the data say now. Exit code 0 confirmed, 1 not, 2 not verifiable.',
    )
    .argument('<file>', 'a decision record, as GET .../decision-record gives it')
    .option('--key <key>', 'the signing key (or AB_WORKSPACE_SIGNING_KEY)')
    .option('--server <url>', 'a running server', env.VERDICT_SERVER)
    .option('--data <folder>', 'open this data folder itself, without a server')
    .option('--token <token>', 'an API token', env.VERDICT_TOKEN)
    .action(async (file: string, options: VerifyOptions) => {
      const sealed = await readRecord(file)
      const key = options.key ?? env.AB_WORKSPACE_SIGNING_KEY?.trim() ?? ''
      const faults = [...sealFaults(sealed, key === '' ? null : key, write), ...(await changes(sealed, options))]
      if (faults.length > 0) throw new CommandFailure(`NOT CONFIRMED\n${faults.join('\n')}`, NOT_CONFIRMED)
      write('CONFIRMED: the record is whole, and the data give the same decision now.\n')
    })
}

async function readRecord(file: string): Promise<SealedRecord> {
  try {
    return sealedRecordOf(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CommandFailure(`${file} can not be read as a decision record: ${reason}`, NOT_VERIFIED)
  }
}

function sealFaults(sealed: SealedRecord, key: string | null, write: Surroundings['write']): readonly string[] {
  const { isWhole, isSigned } = checkSeal(sealed, key)
  if (isSigned === true) write('The signature is right.\n')
  if (sealed.hmac_sha256 !== null && key === null) write('The signature was not checked: give --key.\n')
  return [
    ...(isWhole ? [] : ['sha256 does not fit: the record was changed after it was made.']),
    ...(isSigned === false ? ['hmac_sha256 does not fit: the record was not signed with this key.'] : []),
    ...(sealed.hmac_sha256 === null && key !== null ? ['The record is not signed, and a key was given.'] : []),
  ]
}

async function changes({ record }: SealedRecord, options: ConnectionOptions): Promise<readonly string[]> {
  const connection = await connected(options)
  try {
    return recordDifferences(record, await readNow(connection, String(record.experiment_id)))
  } finally {
    await connection.close()
  }
}

async function connected(options: ConnectionOptions): Promise<Connection> {
  try {
    return await connect(options)
  } catch (error) {
    if (error instanceof CommandFailure) throw new CommandFailure(error.message, NOT_VERIFIED)
    throw error
  }
}

async function readNow({ client }: Connection, id: string): Promise<SealedRecord['record']> {
  const params = { path: { experiment_id: id } }
  const { data, error, response } = await client.GET('/api/v1/experiments/{experiment_id}/decision-record', { params })
  if (data === undefined) throw new CommandFailure(describeError(error, response.status), NOT_VERIFIED)
  return data.record
}
