import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'

export interface ServerProcess {
  readonly port: number
  readonly process: ChildProcess
  stop(): Promise<void>
}

const MAIN = 'packages/server/dist/main.js'

/** The built server on a data folder of its own, limits off, as a process of its own. */
export async function startServerProcess(dataDir: string): Promise<ServerProcess> {
  if (!existsSync(MAIN)) throw new Error('Build first: npm run build')
  const env = {
    ...process.env,
    AB_DATA_DIR: dataDir,
    AB_PORT: '0',
    AB_LOG_FORMAT: 'json',
    AB_RATE_LIMIT_ENABLED: 'false',
    AB_SERVE_FRONTEND_DIST: 'false',
  }
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await readPort(child)
  child.stdout!.resume()
  return {
    port,
    process: child,
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

function readPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', code => reject(new Error(`The server has ended (${code}).`)))
    child.stdout!.on('data', (text: Buffer) => {
      const port = /"url":"http:\/\/[^"]+:(\d+)"/.exec(String(text))?.[1]
      if (port !== undefined) resolve(Number(port))
    })
  })
}
