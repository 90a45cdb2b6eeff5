import { mkdirSync } from 'node:fs'
import { systemClock } from './clock.ts'
import { readConfig } from './config.ts'
import { ConfigError } from './config-readers.ts'
import { type Application, openApplication } from './open-application.ts'
import { withArguments } from './start-arguments.ts'

await main()

async function main(): Promise<void> {
  // Who reads the log may leave; the write queue is drained all the same.
  process.stdout.on('error', () => undefined)
  const config = await orExit(() => readConfig(withArguments(process.env, process.argv.slice(2))))
  mkdirSync(config.storage.dataDir, { recursive: true })
  const application = await orExit(() => openApplication({ config, clock: systemClock, output: process.stdout }))
  const url = await application.app.listen({ host: config.host, port: config.port })
  application.log.info({ url, data: config.storage.dataDir }, 'Verdict is ready')
  process.once('SIGINT', () => void stop(application))
  process.once('SIGTERM', () => void stop(application))
}

/** A wrong setting ends the start with its name. */
async function orExit<T>(start: () => T | Promise<T>): Promise<T> {
  try {
    return await start()
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`Verdict can not start. ${error.message}\n`)
    process.exit(78)
  }
}

async function stop(application: Application): Promise<void> {
  application.log.info('stopping: draining the write queue')
  await application.close()
  application.log.info('stopped')
  process.exit(0)
}
