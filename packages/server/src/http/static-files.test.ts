import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request as send } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../test-app.ts'

const INDEX = `<!doctype html><title>The page</title>${'<p>text</p>'.repeat(200)}`
const SCRIPT = `console.log(${JSON.stringify('abc '.repeat(1000))})\n`
const IMAGE = createHash('sha512').update('an image').digest()
const SECRET = 'the secret outside'

let folder: string
let test: TestApp

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verdict-dist-'))
  test = await newTestApp({ AB_SERVE_FRONTEND_DIST: 'true', AB_FRONTEND_DIST_PATH: newDist() })
  await test.app.listen({ port: 0, host: '127.0.0.1' })
})

afterAll(async () => {
  await test.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a file of the web UI', () => {
  it('with a hash in its name is kept for a year', async () => {
    const { status, headers, text } = await get('/assets/index-BybJMcmc.js')

    expect(status).toBe(200)
    expect(text).toBe(SCRIPT)
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      'content-length': String(SCRIPT.length),
      vary: 'Origin, Accept-Encoding',
      'x-content-type-options': 'nosniff',
    })
  })

  it('without one is asked for each time, and not sent again while it stays the same', async () => {
    const first = await get('/first-paint.js')
    const again = await get('/first-paint.js', { 'if-none-match': first.headers.etag! })
    const other = await get('/first-paint.js', { 'if-none-match': '"another"' })

    expect(first.headers['cache-control']).toBe('no-cache')
    expect([again.status, again.text]).toEqual([304, ''])
    expect(again.headers).toMatchObject({ etag: first.headers.etag, 'cache-control': 'no-cache' })
    expect(other.status).toBe(200)
  })

  it('has the media type of its name', async () => {
    const types = []
    for (const path of [
      '/mark.svg',
      '/assets/font-Ab12Cd34.woff2',
      '/assets/picture-Ab12Cd34.PNG',
      '/with space.txt',
    ]) {
      types.push((await get(encodeURI(path))).headers['content-type'])
    }

    expect(types).toEqual(['image/svg+xml; charset=utf-8', 'font/woff2', 'image/png', 'text/plain; charset=utf-8'])
  })

  it('may be asked for with HEAD, which brings the same headers and nothing else', async () => {
    for (const path of ['/', '/assets/index-BybJMcmc.js', '/experiments/1']) {
      const got = await get(path)
      const head = await ask('HEAD', path)

      expect([head.status, head.text]).toEqual([200, ''])
      for (const name of ['etag', 'content-type', 'content-length', 'cache-control', 'vary'] as const) {
        expect(head.headers[name]).toBe(got.headers[name])
      }
    }
  })

  it('is sent whole to who asks for a part', async () => {
    for (const range of ['bytes=0-3', 'bytes=-5', 'bytes=99999999-', 'bytes=0-0,2-3', 'lines=1', 'bytes=a-b']) {
      const { status, headers, text } = await get('/assets/index-BybJMcmc.js', { range })

      expect([status, text, headers['accept-ranges']]).toEqual([200, SCRIPT, 'none'])
    }
  })

  it('is not there for other methods', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      for (const path of ['/', '/assets/index-BybJMcmc.js']) expect((await ask(method, path)).status).toBe(404)
    }
  })
})

describe('compression', () => {
  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['BR', 'br'],
    ['br;q=0, *', 'gzip'],
    ['*;q=0', undefined],
    ['identity', undefined],
    ['identity, gzip;q=0.5', undefined],
    ['br;q=2, gzip;q=x', undefined],
    [';;,,q=', undefined],
    ['', undefined],
  ])('of %j is %s', async (accepted, encoding) => {
    const { headers, bytes } = await get('/assets/index-BybJMcmc.js', { 'accept-encoding': accepted })

    expect(headers['content-encoding']).toBe(encoding)
    expect(decoded(bytes, encoding)).toBe(SCRIPT)
    expect(headers['content-length']).toBe(String(bytes.length))
    if (encoding !== undefined) expect(bytes.length).toBeLessThan(SCRIPT.length / 4)
    expect(headers.vary).toBe('Origin, Accept-Encoding')
  })

  it('is for the page too, and the tag holds for every form', async () => {
    const plain = await get('/')
    const small = await get('/', { 'accept-encoding': 'br' })
    const again = await get('/', { 'accept-encoding': 'gzip', 'if-none-match': small.headers.etag! })

    expect(decoded(small.bytes, 'br')).toBe(INDEX)
    expect(small.headers.etag).toBe(plain.headers.etag)
    expect(plain.headers.etag).toMatch(/^W\/"[\w-]{22}"$/)
    expect([again.status, again.headers['content-encoding']]).toEqual([304, undefined])
  })

  it('is not for images and small files', async () => {
    const image = await get('/assets/picture-Ab12Cd34.PNG', { 'accept-encoding': 'br' })
    const small = await get('/mark.svg', { 'accept-encoding': 'br' })

    expect(image.bytes.equals(IMAGE)).toBe(true)
    for (const { headers } of [image, small]) {
      expect(headers['content-encoding']).toBeUndefined()
      expect(headers.vary).toBe('Origin')
    }
  })
})

describe('the page', () => {
  it.each([
    ...['/', '/index.html', '/?q=/api/x', '/experiments/42', '/experiments/42/', '/a/b/c', '/favicon.ico', '/apis'],
    ...['/assetsbut', '/%E4%B8%AD', '/a%20b', '/wp-login.php', '/%2525'],
  ])('is what %s gets', async path => {
    const { status, headers, text } = await get(path)

    expect([status, text]).toEqual([200, INDEX])
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' })
    expect(headers['content-security-policy']).toContain("default-src 'self'")
  })

  it.each([
    ...['/api', '/api/', '/api/v2/x', '/api/v1/nowhere', '/%61pi/v1/nowhere', '/healthy', '/health/x', '/docs/nowhere'],
    ...[
      '/docs2',
      '/openapi.json/x',
      '/redoc/nowhere',
      '/metrics/x',
      '/readyz/x',
      '/livez2',
      '/slack',
      '/slack/nowhere',
    ],
    ...['/assets', '/assets/', '/assets/missing-Ab12Cd34.js', '/assets/../index.html', '/%61ssets/missing.js'],
    ...['/assets/%2e%2e/index.html', '/assets/index-BybJMcmc.js/', '/assets/index-BybJMcmc.js/x'],
  ])('is not what %s gets, but 404 in the envelope', async path => {
    const answer = await get(path)

    expectNotFound(answer)
  })
})

describe('a hostile path', () => {
  const ways = [
    ...['/../secret.txt', '/..%2fsecret.txt', '/..%2Fsecret.txt', '/%2e%2e/secret.txt', '/%2e%2e%2fsecret.txt'],
    ...['/assets/../../secret.txt', '/assets/..%2f..%2fsecret.txt', '/assets/%2e%2e/%2e%2e/secret.txt'],
    ...['/..%5csecret.txt', '/..\\secret.txt', '/assets\\..\\..\\secret.txt', '/assets%5c..%5c..%5csecret.txt'],
    ...['//etc/passwd', '///etc/passwd', '//../secret.txt', '/%2fetc%2fpasswd', '/%2f%2e%2e%2fsecret.txt'],
    ...['/secret.txt%00', '/secret.txt%00.html', '/index.html%00', '/%00', '/assets/index-BybJMcmc.js%00.txt'],
    ...['/.env', '/.git/config', '/assets/.hidden', '/%2eenv', '/dots/.env', '/.', '/..', '/./', '/../', '/a/../b'],
    ...['/a//b', '/%0d%0aset-cookie:x', '/%09', '/%7f', '/C:%5cWindows%5cwin.ini'],
  ]

  it.each(ways)('%j leads nowhere', async path => {
    expectNotFound(await get(path))
  })

  it.each(['/%252e%252e/secret.txt', '/..%252fsecret.txt', '/linked-secret.txt', '/linked-folder/secret.txt'])(
    '%j names no file',
    async path => {
      const { status, text } = await get(path)

      expect(text).not.toContain(SECRET)
      expect([200, 404]).toContain(status)
      if (status === 200) expect(text).toBe(INDEX)
    },
  )

  it.each(['/linked-secret.txt', '/assets/linked-secret.txt', '/linked-env', '/loop/index.html', '/broken'])(
    '%j, a link out of the folder, is not followed',
    async path => {
      const { text } = await get(path)

      expect(text).not.toContain(SECRET)
    },
  )

  it.each(['/%', '/%c0%ae%c0%ae/secret.txt', '/%ff', '/a%zz', '/%e0%80%af', '/%u002e%u002e/secret.txt'])(
    '%j, which is no text, is not found, with the headers that every answer has',
    async path => {
      const answer = await get(path)

      expectNotFound(answer)
      expect(answer.headers['content-security-policy']).toContain("default-src 'self'")
      expect(answer.text).not.toContain(path)
    },
  )

  it('of absurd length is answered', async () => {
    const { status } = await get(`/api/v1/projects/${'x'.repeat(600)}`)
    const deep = await get(`/${'a/'.repeat(4000)}`)

    expect(status).toBe(404)
    expect([deep.status, deep.text]).toEqual([200, INDEX])
  })

  it.each(['GET http://evil/../secret.txt', 'GET ../secret.txt', 'GET *', 'GET secret.txt'])(
    'in a request line %j gets no file outside',
    async line => {
      const answer = await raw(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)

      expect(answer).toMatch(/^HTTP\/1\.1 (200|400|404) /)
      expect(answer).not.toContain(SECRET)
    },
  )
})

describe('the folder', () => {
  it('may be a link itself, and links within it are followed', async () => {
    const linked = join(folder, 'linked-dist')
    symlinkSync(join(folder, 'dist'), linked)
    const other = await newTestApp({ AB_SERVE_FRONTEND_DIST: 'true', AB_FRONTEND_DIST_PATH: linked })

    const answers = await Promise.all(['/', '/inner-link.svg'].map(url => other.app.inject({ method: 'GET', url })))
    await other.close()

    expect(answers.map(({ body }) => body)).toEqual([INDEX, '<svg/>'])
  })

  it('may change while the server runs: what was there at the start is served', async () => {
    writeFileSync(join(folder, 'dist', 'first-paint.js'), 'changed')
    writeFileSync(join(folder, 'dist', 'assets', 'new-Ab12Cd34.js'), 'new')

    const [known, added] = [await get('/first-paint.js'), await get('/assets/new-Ab12Cd34.js')]

    expect([known.status, known.text]).toEqual([200, 'paint()'])
    expect(added.status).toBe(404)
  })

  it.each([
    ['without an index', { AB_SERVE_FRONTEND_DIST: 'true', AB_FRONTEND_DIST_PATH: '/nonexistent/dist' }],
    ['that is not to be served', { AB_SERVE_FRONTEND_DIST: 'false' }],
  ])('%s: every path of the UI is not found', async (_, env) => {
    const other = await newTestApp(env)

    const answers = await Promise.all(['/', '/index.html', '/x'].map(path => other.send('GET', path)))
    await other.close()

    for (const { status, body } of answers) expect([status, body.error_code]).toEqual([404, 'not_found'])
  })
})

/** A built UI, and around it everything that is nobody's business. */
function newDist(): string {
  const dist = join(folder, 'dist')
  for (const name of ['assets', 'dots', '.git']) mkdirSync(join(dist, name), { recursive: true })
  const files: Record<string, string | Buffer> = {
    'index.html': INDEX,
    'first-paint.js': 'paint()',
    'mark.svg': '<svg/>',
    'with space.txt': 'text',
    'assets/index-BybJMcmc.js': SCRIPT,
    'assets/picture-Ab12Cd34.PNG': IMAGE,
    'assets/font-Ab12Cd34.woff2': IMAGE,
    '.env': SECRET,
    '.git/config': SECRET,
    'dots/.env': SECRET,
    'assets/.hidden': SECRET,
    '../secret.txt': SECRET,
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dist, name), content)
  symlinkSync(join(folder, 'secret.txt'), join(dist, 'linked-secret.txt'))
  symlinkSync(join(folder, 'secret.txt'), join(dist, 'assets', 'linked-secret.txt'))
  symlinkSync(folder, join(dist, 'linked-folder'))
  symlinkSync(join(dist, '.env'), join(dist, 'linked-env'))
  symlinkSync(dist, join(dist, 'loop'))
  symlinkSync(join(dist, 'nowhere'), join(dist, 'broken'))
  symlinkSync('mark.svg', join(dist, 'inner-link.svg'))
  return dist
}

interface RawAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
  readonly text: string
}

function get(path: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
  return ask('GET', path, headers)
}

/** Over a socket, so that nothing tidies the path up on its way. */
function ask(method: string, path: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: port(), method, path, headers, agent: false }
    const sent = send(options, answer => {
      const chunks: Buffer[] = []
      answer.on('data', chunk => chunks.push(chunk))
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks)
        resolve({ status: answer.statusCode!, headers: answer.headers, bytes, text: bytes.toString() })
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}

function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port(), '127.0.0.1', () => socket.write(text))
    socket.on('data', chunk => {
      answer += chunk
    })
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
  })
}

function port(): number {
  return (test.app.server.address() as AddressInfo).port
}

function decoded(bytes: Buffer, encoding: string | undefined): string {
  const plain = encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes
  return plain.toString()
}

function expectNotFound({ status, headers, text }: RawAnswer): void {
  expect(status).toBe(404)
  expect(headers['content-type']).toContain('application/json')
  expect(JSON.parse(text)).toEqual({
    detail: 'Not found',
    error_code: 'not_found',
    status_code: 404,
    request_id: headers['x-request-id'],
  })
}
