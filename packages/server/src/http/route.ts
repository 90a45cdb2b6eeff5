import type { TSchema } from 'typebox'
import type { RouteScope, Session } from './auth.ts'
import type { Issue } from './errors.ts'
import type { Language } from './language.ts'
import type { LineBlock } from './line-blocks.ts'
import type { ParsedOf } from './schema.ts'
import type { Speech } from './speech.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Which limit a route's body has. */
export type BodySize = 'general' | 'samples' | 'workspace'

/** Which limits a route's traffic counts against. */
export type Traffic = 'general' | 'heavy' | 'events' | 'unlimited'

type Maybe<S> = S extends TSchema ? ParsedOf<S> : undefined

export interface Request<P, Q, B> {
  readonly params: Maybe<P>
  readonly query: Maybe<Q>
  readonly body: Maybe<B>
  readonly session: Session
  readonly language: Language
  /** The words of that language. */
  readonly speech: Speech
  readonly requestId: string
  readonly clientAddress: string
  /** The other end of the socket: a proxy, where there is one. */
  readonly peerAddress: string | null
  /** Header by lower-case name; the first when it was sent more than once. */
  header(name: string): string | undefined
  /** Aborts when the caller goes before the answer. */
  departure(): AbortSignal
  /** SHA-256 of the body as it was sent. */
  bodyDigest(): string
  /** The body as it arrives, where the route takes lines; to be read once. */
  lines(): AsyncIterable<LineBlock>
  /** The bytes of the body as they came: of JSON, and where the route takes them raw. */
  rawBody(): Buffer
}

export interface Reply {
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
}

interface Operation<Deps> {
  readonly method: Method
  /** As in OpenAPI: `/api/v1/projects/{project_id}`. */
  readonly path: string
  readonly operationId: string
  readonly tag: string
  readonly summary: string
  readonly description: string
  readonly scope: RouteScope
  readonly traffic?: Traffic
  /** The visitors of a public demo may not, though they may read. */
  readonly needsCredential?: boolean
  /** Bodies with raw samples or a whole workspace may be larger. */
  readonly bodySize?: BodySize
  /** The body is NDJSON of any length, read while it arrives; the schema of a line, for the documentation. */
  readonly line?: TSchema
  /** The body is checked by its bytes before it is read; its media type, for the documentation. */
  readonly takesRaw?: 'application/json' | 'application/x-www-form-urlencoded'
  /** Without a body, null is parsed. */
  readonly bodyIsOptional?: boolean
  /** An example of the body, shown in the documentation and run by a test. */
  readonly example?: unknown
  /** Schema by success status; `null` for an answer without JSON. */
  readonly responses: Readonly<Record<number, TSchema | null>>
  /** Of a success that is no JSON: `text/csv`, or one of several. A handler may reply with a text, a Buffer or a Readable. */
  readonly media?: string | readonly string[]
  /** Error statuses the operation itself can give, beside the general ones. */
  readonly errors?: readonly number[]
  /** The handler asks for no more than this. */
  handle(request: never, deps: Deps): Reply | Promise<Reply>
}

/** One operation: what it takes, what it answers, how it is documented, and what it does. */
interface RouteSpec<P, Q, B, Deps> extends Operation<Deps> {
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** Rules that a schema can not say; the first that finds faults answers 422. */
  readonly rules?: readonly ((body: Maybe<B>) => readonly Issue[])[]
  handle(request: Request<P, Q, B>, deps: Deps): Reply | Promise<Reply>
}

/** A route whose schemas the type system has forgotten, ready to be registered. */
export interface Route<Deps> extends Operation<Deps> {
  readonly params?: TSchema | undefined
  readonly query?: TSchema | undefined
  readonly body?: TSchema | undefined
  readonly rules?: readonly ((body: never) => readonly Issue[])[]
}

export function route<
  Deps,
  P extends TSchema | undefined = undefined,
  Q extends TSchema | undefined = undefined,
  B extends TSchema | undefined = undefined,
>(spec: RouteSpec<P, Q, B, Deps>): Route<Deps> {
  return spec
}

export function reply(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, body, headers }
}
