import { mkdirSync } from 'node:fs'
import { systemClock } from './clock.ts'
import { type Config, readConfig } from './config.ts'
import { ConfigError } from './config-readers.ts'
import { startServer } from './start-server.ts'

await main()

async function main(): Promise<void> {
  const config = configOrExit()
  mkdirSync(config.storage.dataDir, { recursive: true })
  const server = await startServer({ config, clock: systemClock, output: process.stdout })
  process.once('SIGINT', () => void stop(server.stop))
  process.once('SIGTERM', () => void stop(server.stop))
}

function configOrExit(): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`Verdict can not start. ${error.message}\n`)
    process.exit(78)
  }
}

async function stop(drain: () => Promise<void>): Promise<void> {
  await drain()
  process.exit(0)
}
