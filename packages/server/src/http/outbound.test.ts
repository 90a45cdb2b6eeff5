import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isGlobalAddress } from './global-address.ts'
import { Outbound } from './outbound.ts'

describe('an address', () => {
  it.each(['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111', '172.32.0.1', '100.63.255.255'])('%s is global', address => {
    expect(isGlobalAddress(address)).toBe(true)
  })

  it.each([
    ...['127.0.0.1', '127.8.8.8', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254'],
    ...['0.0.0.0', '100.64.0.1', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1'],
    ...['::1', '::', 'fe80::1', 'fc00::1', 'fd00:ec2::254', '::ffff:127.0.0.1', '::ffff:169.254.169.254'],
    ...['64:ff9b::7f00:1', '2002:7f00:1::', '2001::1', '2001:db8::1', 'ff02::1', '::127.0.0.1', 'no address'],
  ])('%s is not', address => {
    expect(isGlobalAddress(address)).toBe(false)
  })
})

describe('a call', () => {
  let server: Server
  let port: number
  let heard: string[]

  beforeAll(async () => {
    heard = []
    server = createServer((request, response) => {
      heard.push(request.url!)
      if (request.url === '/redirect') response.writeHead(302, { location: `http://127.0.0.1:${port}/secret` }).end()
      else if (request.url === '/long') response.end('x'.repeat(100_000))
      else response.end('ok')
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    ;({ port } = server.address() as AddressInfo)
  })
  afterAll(() => new Promise(resolve => server.close(resolve)))

  const call = (outbound: Outbound, url: string) =>
    outbound.call({ url, headers: {}, body: '{}', timeoutMs: 2000, mostBytes: 1000 })
  const resolving = (...addresses: string[]) =>
    new Outbound({
      allowsLocal: false,
      resolve: ((_host: string, _options: unknown, done: (error: null, found: unknown) => void) =>
        done(
          null,
          addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 })),
        )) as never,
    })

  it.each([
    'http://127.0.0.1:PORT/',
    'http://0x7f.1:PORT/',
    'http://2130706433:PORT/',
    'http://[::1]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://169.254.169.254/latest/meta-data/',
    'http://0/',
  ])('to %s is not made', async template => {
    const outbound = new Outbound({ allowsLocal: false })
    const before = heard.length

    await expect(call(outbound, template.replace('PORT', String(port)))).rejects.toThrow(/no public address/)

    expect(heard).toHaveLength(before)
    await outbound.close()
  })

  it.each([
    ['this machine', ['127.0.0.1']],
    ['a public address and this machine', ['8.8.8.8', '127.0.0.1']],
    ['a mapped one', ['::ffff:10.0.0.1']],
    ['nothing', []],
  ])('to a name that stands for %s is not made', async (_name, addresses) => {
    const outbound = resolving(...addresses)
    const before = heard.length

    await expect(call(outbound, `http://rebound.example:${port}/`)).rejects.toThrow()

    expect(heard).toHaveLength(before)
    await outbound.close()
  })

  it('follows no redirect, and reads no more than it was told', async () => {
    const outbound = new Outbound({ allowsLocal: true })

    const redirect = await call(outbound, `http://127.0.0.1:${port}/redirect`)
    const long = await call(outbound, `http://127.0.0.1:${port}/long`)

    expect(redirect.status).toBe(302)
    expect(heard).not.toContain('/secret')
    expect(long.text).toHaveLength(1000)
    await outbound.close()
  })

  it('is given up in time', async () => {
    const silent = createServer(() => undefined)
    await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
    const outbound = new Outbound({ allowsLocal: true })
    const { port: deaf } = silent.address() as AddressInfo

    const late = outbound.call({ url: `http://127.0.0.1:${deaf}/`, headers: {}, timeoutMs: 50, mostBytes: 10 })

    await expect(late).rejects.toThrow()
    await outbound.close()
    silent.closeAllConnections()
    await new Promise(resolve => silent.close(resolve))
  })
})
