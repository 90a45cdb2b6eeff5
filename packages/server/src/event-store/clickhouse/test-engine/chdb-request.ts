import type { IncomingMessage } from 'node:http'

export interface ChdbRequest {
  readonly database: string
  /** With the rows of an insert behind it. */
  readonly sql: string
  readonly settings: ReadonlyMap<string, string>
  readonly parameters: ReadonlyMap<string, string>
}

/** What a server refuses by its default of http_max_field_value_size. */
const GREATEST_FIELD_BYTES = 131_072
/** Of the address itself, by http_max_uri_size. */
export const GREATEST_ADDRESS_BYTES = 1_048_576
/** Of the HTTP interface, not settings of a query. */
const NO_SETTINGS = new Set(['query', 'database', 'query_id', 'session_id', 'role', 'wait_end_of_query'])

export async function readRequest(request: IncomingMessage): Promise<ChdbRequest> {
  const address = request.url ?? '/'
  if (address.length > GREATEST_ADDRESS_BYTES) throw new Error('Code: 1000. DB::Exception: URI is too long')
  const { searchParams } = new URL(address, 'http://localhost')
  const body = await readBody(request)
  const fields = new Map([...searchParams, ...readFields(request, body)])
  const isForm = fields.has('query') && !searchParams.has('query')
  const text = isForm ? [] : [body.toString()]
  for (const [name, value] of fields) {
    if (Buffer.byteLength(value) > GREATEST_FIELD_BYTES)
      throw new Error(`Code: 36. DB::Exception: Field ${name} is too long`)
  }
  const own = [...fields].filter(([name]) => !NO_SETTINGS.has(name))
  return {
    database: fields.get('database') ?? 'default',
    sql: [fields.get('query') ?? [], text].flat().join('\n'),
    settings: new Map(own.filter(([name]) => !name.startsWith('param_'))),
    parameters: new Map(own.filter(([name]) => name.startsWith('param_'))),
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** The fields of a form; none of any other body. */
function readFields(request: IncomingMessage, body: Buffer): [string, string][] {
  const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(request.headers['content-type'] ?? '')?.[1]
  if (boundary === undefined) return []
  return body
    .toString()
    .split(`--${boundary}`)
    .slice(1, -1)
    .map(part => {
      const end = part.indexOf('\r\n\r\n')
      return [/name="([^"]*)"/.exec(part.slice(0, end))![1]!, part.slice(end + 4, -2)]
    })
}
