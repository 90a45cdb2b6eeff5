import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type ChdbRequest, GREATEST_ADDRESS_BYTES, readRequest } from './chdb-request.ts'
import { ChdbSession, type Session, type ShardedTables } from './chdb-session.ts'

/**
 * A child process of the tests: enough of ClickHouse's HTTP protocol over an embedded engine for the official client. One
 * request at a time, for the engine runs on this thread. Prints its port.
 */
const [packages, dataFolder, configFile, port, shards] = process.argv.slice(2)
const { Session: NativeSession } = createRequire(join(packages!, 'package.json'))('chdb') as {
  readonly Session: new (folder: string, options: { readonly connectionArgs: readonly string[] }) => Session
}
const session = new ChdbSession(
  new NativeSession(dataFolder!, { connectionArgs: configFile ? [`--config-file=${configFile}`] : [] }),
  JSON.parse(shards!) as ShardedTables,
)

// Node counts the address among the headers, of which it takes 16 KiB; it is chdb-request that refuses what is too long.
const server = createServer({ maxHeaderSize: 2 * GREATEST_ADDRESS_BYTES }, (request, response) => {
  answer(request, response).catch(error => fail(response, error))
})
server.listen(Number(port), '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
})

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url === '/ping') {
    response.end('Ok.\n')
    return
  }
  const asked: ChdbRequest = await readRequest(request)
  response.end(session.run(asked))
}

function fail(response: ServerResponse, error: unknown): void {
  const message = error instanceof Error ? error.message.replace(/^Query failed: /, '') : String(error)
  const code = /Code: (\d+)/.exec(message)?.[1] ?? '1000'
  response.writeHead(500, { 'X-ClickHouse-Exception-Code': code })
  response.end(message.startsWith('Code:') ? message : `Code: ${code}. DB::Exception: ${message} (UNKNOWN)`)
}
