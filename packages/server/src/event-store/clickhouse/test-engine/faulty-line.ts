import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What is done to requests whose text holds `text`: cut before the engine has them, or before its answer comes back. */
export interface Fault {
  readonly text: string
  readonly cut: 'request' | 'answer'
  times: number
}

/** A line to an engine that may be cut; what was cut before it arrived can arrive late. */
export interface FaultyLine {
  readonly url: string
  readonly faults: Fault[]
  /** Delivers the requests that were cut, in order. */
  deliverLate(): Promise<void>
  stop(): Promise<void>
}

interface Sent {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer<ArrayBuffer>
}

export async function startFaultyLine(engineUrl: string): Promise<FaultyLine> {
  const faults: Fault[] = []
  const held: Sent[] = []
  const deliver = ({ path, headers, body }: Sent) => fetch(engineUrl + path, { method: 'POST', headers, body })
  const server = createServer(async (request, response) => {
    const sent = await readRequest(request)
    const fault = takeFault(faults, sent)
    if (fault?.cut === 'request') held.push(sent)
    else await answer(response, await deliver(sent), fault !== null)
    if (fault !== null) request.socket.destroy()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    deliverLate: async () => {
      for (const sent of held.splice(0)) await deliver(sent)
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function readRequest(request: IncomingMessage): Promise<Sent> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const type = request.headers['content-type']
  const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type }
  return { path: request.url ?? '/', headers, body: Buffer.from(Buffer.concat(chunks)) }
}

function takeFault(faults: readonly Fault[], { path, body }: Sent): Fault | null {
  const text = decodeURIComponent(path.replaceAll('+', ' ')) + body.toString()
  const fault = faults.find(candidate => candidate.times > 0 && text.includes(candidate.text))
  if (fault === undefined) return null
  fault.times -= 1
  return fault
}

async function answer(response: ServerResponse, answered: Response, isCut: boolean): Promise<void> {
  const body = Buffer.from(await answered.arrayBuffer())
  if (isCut) return
  const code = answered.headers.get('X-ClickHouse-Exception-Code')
  response.writeHead(answered.status, code === null ? {} : { 'X-ClickHouse-Exception-Code': code })
  response.end(body)
}
