import createClient, { type Client } from 'openapi-fetch'
import type { components, paths } from './openapi.gen.ts'

/** A client whose paths, parameters, bodies and answers are typed by the server's OpenAPI document. */
export type VerdictClient = Client<paths>

/** The body of every answer that is not a success. */
export type ApiError = components['schemas']['ErrorEnvelope'] | components['schemas']['HTTPValidationError']

export interface ClientOptions {
  /** Such as `http://127.0.0.1:8008`; empty for the page's own origin. */
  readonly baseUrl: string
  /** Sent as `Authorization: Bearer`; left out when null. */
  readonly token?: string | null
  /** For tests and special transports; the runtime's own by default. */
  readonly fetch?: typeof globalThis.fetch
}

/** Each call resolves to `{ data }` or `{ error }` (an ApiError) with the `response`; it rejects when the network fails. */
export function newClient({ baseUrl, token = null, fetch = globalThis.fetch }: ClientOptions): VerdictClient {
  const headers = token === null ? {} : { Authorization: `Bearer ${token}` }
  return createClient<paths>({ baseUrl, headers, fetch: request => fetch(request) })
}
