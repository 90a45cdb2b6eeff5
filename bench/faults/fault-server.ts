import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export interface FaultServer {
  readonly url: string
  readonly process: ChildProcess
  /** Lets it end in its own way. */
  stop(): Promise<void>
  kill(): Promise<void>
}

export interface StartOptions {
  readonly main: string
  readonly env?: Readonly<Record<string, string>>
  /** Options of Node itself. */
  readonly nodeOptions?: readonly string[]
  /** A command that runs the server, such as a tracer. */
  readonly under?: readonly string[]
}

/** The real server on this data folder, as a process of its own. */
export async function startFaultServer(folder: string, options: StartOptions): Promise<FaultServer> {
  const child = spawnServer(folder, options)
  const url = await readUrl(child)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  return { url, process: child, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

export function spawnServer(folder: string, { main, env, nodeOptions = [], under = [] }: StartOptions): ChildProcess {
  const [command, ...input] = [...under, process.execPath, ...nodeOptions, main]
  const settings = {
    ...{ AB_DATA_DIR: folder, AB_PORT: '0', AB_LOG_FORMAT: 'json' },
    ...{ AB_RATE_LIMIT_ENABLED: 'false', AB_SERVE_FRONTEND_DIST: 'false' },
  }
  const stdio: ['ignore', 'pipe', 'inherit'] = ['ignore', 'pipe', 'inherit']
  const child = spawn(command!, input, { env: { ...process.env, ...settings, ...env }, stdio })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

const running = new Set<ChildProcess>()

/** After a fault that broke off. */
export function killServers(): void {
  for (const child of running) child.kill('SIGKILL')
}

async function readUrl(child: ChildProcess): Promise<string> {
  let seen = ''
  return new Promise((resolve, reject) => {
    child.once('exit', code => reject(new Error(`The server has ended before it listened (${code}). ${seen}`)))
    child.stdout!.on('data', (text: Buffer) => {
      seen = (seen + String(text)).slice(-4000)
      const url = /"url":"(http[^"]+)"/.exec(seen)?.[1]
      if (url !== undefined) resolve(url)
    })
  })
}
