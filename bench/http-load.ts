import { Agent, request } from 'node:http'

export interface Call {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: Buffer
  readonly headers?: Readonly<Record<string, string>>
}

export interface LoadResult {
  readonly seconds: number
  /** Of each call, ascending. */
  readonly milliseconds: readonly number[]
}

/** Sends the calls over kept-alive connections, so many at a time. Fails when any answer is not 2xx. */
export async function sendAll(port: number, calls: readonly Call[], connections: number): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const milliseconds: number[] = []
  let next = 0
  const start = performance.now()
  const lanes = Array.from({ length: connections }, async () => {
    for (let at = next++; at < calls.length; at = next++) {
      const begun = performance.now()
      await send(port, calls[at]!, agent)
      milliseconds.push(performance.now() - begun)
    }
  })
  await Promise.all(lanes)
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  return { seconds, milliseconds: milliseconds.sort((a, b) => a - b) }
}

export function send(port: number, { method, path, body, headers: more }: Call, agent?: Agent): Promise<string> {
  const json = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': body.length }
  const headers = { ...json, ...more }
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, headers, ...(agent ? { agent } : {}) }
    const call = request(options, response => {
      const parts: Buffer[] = []
      response.on('data', part => parts.push(part as Buffer))
      response.on('end', () => {
        const text = Buffer.concat(parts).toString()
        const isFine = (response.statusCode ?? 500) < 300
        if (isFine) resolve(text)
        else reject(new Error(`${path}: ${response.statusCode} ${text.slice(0, 300)}`))
      })
    })
    call.on('error', reject)
    call.end(body)
  })
}

export function percentile(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))]!
}
