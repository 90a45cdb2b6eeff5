import { lookup as resolveHost } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, request } from 'undici'
import { isGlobalAddress } from './global-address.ts'

export interface OutboundSettings {
  /** Where everything is on one machine, a stand-in beside us may be called. */
  readonly allowsLocal: boolean
  readonly resolve?: typeof resolveHost
}

export interface OutboundCall {
  readonly method?: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly timeoutMs: number
  /** More is not read. */
  readonly mostBytes: number
  readonly signal?: AbortSignal
}

export interface OutboundAnswer {
  readonly status: number
  readonly text: string
}

/** The address is not one that may be called; nothing was sent. */
export class BlockedAddressError extends Error {
  constructor(host: string) {
    super(`${host} is no public address`)
    this.name = 'BlockedAddressError'
  }
}

/** Calls to the world. The socket connects to the very address that was checked; redirects are not followed. */
export class Outbound {
  readonly #allowsLocal: boolean
  readonly #agent: Agent

  constructor({ allowsLocal, resolve = resolveHost }: OutboundSettings) {
    this.#allowsLocal = allowsLocal
    const lookup = allowsLocal ? {} : { lookup: checkedLookup(resolve) }
    this.#agent = new Agent({ connect: { timeout: 10_000, ...lookup }, pipelining: 0 })
  }

  /** Throws BlockedAddressError, or what the network says. */
  async call({
    method = 'POST',
    url,
    headers,
    body,
    timeoutMs,
    mostBytes,
    signal,
  }: OutboundCall): Promise<OutboundAnswer> {
    const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
    // An address in the URL itself is never looked up.
    if (!this.#allowsLocal && isIP(host) !== 0 && !isGlobalAddress(host)) throw new BlockedAddressError(host)
    const limit = AbortSignal.timeout(timeoutMs)
    const { statusCode, body: answer } = await request(url, {
      method,
      headers,
      body: body ?? null,
      dispatcher: this.#agent,
      signal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
    })
    return { status: statusCode, text: await firstBytes(answer, mostBytes) }
  }

  async close(): Promise<void> {
    await this.#agent.destroy()
  }
}

// One address that is not global condemns the name: a resolver that mixes them is up to something.
function checkedLookup(resolve: typeof resolveHost): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error, '', 0)
      const isFine = addresses.length > 0 && addresses.every(({ address }) => isGlobalAddress(address))
      if (!isFine) return done(new BlockedAddressError(host), '', 0)
      if (options.all) return done(null, addresses)
      done(null, addresses[0]!.address, addresses[0]!.family)
    })
  }
}

async function firstBytes(body: AsyncIterable<Buffer>, most: number): Promise<string> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of body) {
    parts.push(part)
    length += part.length
    if (length >= most) break
  }
  return Buffer.concat(parts).subarray(0, most).toString('utf8')
}
