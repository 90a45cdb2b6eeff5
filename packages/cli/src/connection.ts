import { newClient, type VerdictClient } from '@verdict/client'
import { openApplication, readConfig, systemClock } from '@verdict/server'
import { CommandFailure } from './command-failure.ts'
import { injectedFetch } from './injected-fetch.ts'

export interface ConnectionOptions {
  readonly server?: string
  readonly data?: string
  readonly token?: string
}

export interface Connection {
  readonly client: VerdictClient
  /** Where the data goes: a URL or a folder. */
  readonly place: string
  close(): Promise<void>
}

const DEFAULT_SERVER = 'http://127.0.0.1:8008'

/** A running server, or with `data` the folder itself, opened without a server by these settings. */
export async function connect(
  { server = DEFAULT_SERVER, data, token }: ConnectionOptions,
  settings: Readonly<Record<string, string>> = {},
): Promise<Connection> {
  if (data !== undefined) return openFolder(data, settings)
  const client = newClient({ baseUrl: server, token: token ?? null })
  await requireServer(client, server)
  return { client, place: server, close: async () => undefined }
}

async function requireServer(client: VerdictClient, server: string): Promise<void> {
  try {
    await client.GET('/health')
  } catch {
    throw new CommandFailure(
      `No server answers at ${server}. Start one with "npm start", name another with --server, or open a data folder with --data.`,
    )
  }
}

async function openFolder(folder: string, settings: Readonly<Record<string, string>>): Promise<Connection> {
  const environment = {
    AB_DATA_DIR: folder,
    AB_RATE_LIMIT_ENABLED: 'false',
    AB_SERVE_FRONTEND_DIST: 'false',
    AB_LOG_LEVEL: 'ERROR',
    ...settings,
  }
  const application = await openApplication({
    config: readConfig(environment),
    clock: systemClock,
    output: process.stderr,
  })
  const client = newClient({ baseUrl: 'http://localhost', fetch: injectedFetch(application.app) })
  return { client, place: folder, close: () => application.close() }
}
