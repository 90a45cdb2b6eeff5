import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

const SECRET = 'the-signing-secret'
const FORM = 'application/x-www-form-urlencoded'

let test: TestApp
let slack: Server
let base: string
/** What was asked of the stand-in: path, and form or JSON. */
let asked: { readonly path: string; readonly body: string; readonly authorization: string | undefined }[]
/** What it answers to the next exchange. */
let grant: unknown

beforeEach(async () => {
  asked = []
  grant = { ok: true, access_token: 'xoxb-secret', team: { id: 'T1', name: 'Ours' } }
  slack = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts).toString()
      asked.push({ path: request.url!, body, authorization: request.headers.authorization })
      const isMessage = request.url === '/api/chat.postMessage'
      const isAllowed = request.headers.authorization === 'Bearer xoxb-secret'
      response.end(JSON.stringify(isMessage ? { ok: isAllowed } : grant))
    })
  })
  await new Promise<void>(resolve => slack.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(slack.address() as AddressInfo).port}`
  test = await configured()
})
afterEach(async () => {
  await test.close()
  await new Promise(resolve => slack.close(resolve))
})

function configured(env: Record<string, string> = {}): Promise<TestApp> {
  return newTestApp({
    AB_RATE_LIMIT_ENABLED: 'false',
    AB_SLACK_CLIENT_ID: 'client',
    AB_SLACK_CLIENT_SECRET: 'client-secret',
    AB_SLACK_SIGNING_SECRET: SECRET,
    AB_SLACK_BASE_URL: base,
    AB_SLACK_REVIEW_CHANNEL: '#reviews',
    ...env,
  })
}

interface Signing {
  readonly timestamp?: number
  readonly secret?: string
  readonly type?: string
}

async function call(path: string, body: string, { timestamp, secret = SECRET, type = FORM }: Signing = {}) {
  const at = String(timestamp ?? Math.floor(test.clock.now() / 1000))
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`
  const headers = { 'content-type': type, 'x-slack-request-timestamp': at, 'x-slack-signature': signature }
  const answer = await test.app.inject({ method: 'POST', url: path, headers, payload: body })
  return { status: answer.statusCode, body: answer.json() }
}

let count = 0
const command = (text: string) => {
  count += 1
  const form = new URLSearchParams({ text, user_id: 'U7', team_id: 'T1', trigger_id: String(count) })
  return call('/slack/commands', form.toString())
}
const press = (action_id: string, value: string) => {
  count += 1
  const payload = { user: { id: 'U7' }, team: { id: 'T1' }, actions: [{ action_id, value }], trigger_id: count }
  return call('/slack/interactive', new URLSearchParams({ payload: JSON.stringify(payload) }).toString())
}
async function install(): Promise<{ readonly status: number; readonly body: unknown; readonly state: string }> {
  const redirect = await test.app.inject({ method: 'GET', url: '/slack/install' })
  const state = new URL(String(redirect.headers.location)).searchParams.get('state')!
  const { status, body } = await test.send('GET', `/slack/oauth/callback?code=c1&state=${encodeURIComponent(state)}`)
  return { status, body, state }
}
const actions = async () => {
  const rows = await test.db.selectFrom('audit_log').selectAll().orderBy('id').execute()
  return rows.map(({ action, actor }) => [action, actor])
}

describe('without its settings, Slack', () => {
  it('is told so by every route, in its own form', async () => {
    await test.close()
    test = await newTestApp({ AB_SLACK_CLIENT_ID: 'client' })

    const answers = [
      await test.send('GET', '/slack/install'),
      await test.send('GET', '/slack/oauth/callback'),
      await call('/slack/commands', 'text='),
      await call('/slack/interactive', 'payload={}'),
      await call('/slack/events', '{}', { type: 'application/json' }),
    ]

    for (const { status, body } of answers) expect([status, body]).toEqual([503, { error: 'slack_not_configured' }])
    expect((await test.send('GET', '/api/v1/slack/status')).body).toMatchObject({ configured: false, installed: false })
  })
})

describe('an installation', () => {
  it('comes back with its state, is kept encrypted, and shows in the status', async () => {
    const { status, body } = await install()

    expect([status, body]).toEqual([200, { ok: true, team_id: 'T1', team_name: 'Ours' }])
    expect(new URLSearchParams(asked[0]!.body).get('client_secret')).toBe('client-secret')
    expect((await test.send('GET', '/api/v1/slack/status')).body).toMatchObject({ installed: true, team_id: 'T1' })
    const rows = await test.db.selectFrom('slack_installations').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain('xoxb-secret')
    expect(await actions()).toEqual([['slack.install', 'slack:oauth']])
  })

  it('uses its state once, within ten minutes, and takes no other', async () => {
    const { state } = await install()
    const again = await test.send('GET', `/slack/oauth/callback?code=c1&state=${encodeURIComponent(state)}`)
    const redirect = await test.app.inject({ method: 'GET', url: '/slack/install' })
    const late = new URL(String(redirect.headers.location)).searchParams.get('state')!
    test.clock.at += 600_000

    const others = [again]
    for (const query of [`code=c&state=${late}`, 'code=c&state=forged', 'code=c', 'state=s', ''])
      others.push(await test.send('GET', `/slack/oauth/callback?${query}`))

    expect(others.map(({ status }) => status)).toEqual(Array(6).fill(400))
    expect(asked).toHaveLength(1)
  })

  it.each([
    ['a refusal', { ok: false, error: 'bad_code' }],
    ['no token', { ok: true, team: { id: 'T1' } }],
    ['no team', { ok: true, access_token: 'x' }],
    ['a text', 'oops'],
    ['null', null],
  ])('is 502 when Slack answers %s', async (_name, answer) => {
    grant = answer

    const { status, body } = await install()

    expect([status, (body as { error_code: string }).error_code]).toEqual([502, 'slack_oauth_failed'])
    expect((await test.send('GET', '/api/v1/slack/status')).body.installed).toBe(false)
  })
})

describe('a signed request', () => {
  it.each([
    ['of another secret', { secret: 'wrong' }],
    ['of six minutes ago', { timestamp: Date.UTC(2026, 4, 1, 8, 54) / 1000 }],
    ['of the future', { timestamp: Date.UTC(2026, 4, 1, 9, 6) / 1000 }],
  ])('%s is refused', async (_name, signing) => {
    const { status, body } = await call('/slack/commands', 'text=projects', signing)

    expect([status, body.error_code]).toEqual([401, 'unauthorized'])
  })

  it('is answered once', async () => {
    const first = await call('/slack/commands', 'text=projects')
    const replayed = await call('/slack/commands', 'text=projects')

    expect([first.status, replayed.status]).toEqual([200, 401])
  })

  it('that is not signed at all is refused, and after twenty of them nobody is heard', async () => {
    const answers: [number, string][] = []
    for (let at = 0; at < 22; at += 1) {
      const answer = await test.app.inject({
        method: 'POST',
        url: '/slack/events',
        headers: { 'content-type': 'application/json' },
        payload: '{}',
      })
      answers.push([answer.statusCode, answer.json().error_code])
    }

    expect(answers.slice(0, 20)).toEqual(Array(20).fill([401, 'unauthorized']))
    expect(answers.slice(20)).toEqual(Array(2).fill([429, 'slack_invalid_signature_rate_limited']))
  })

  it('is heard sixty times a minute', async () => {
    const statuses: number[] = []
    for (let at = 0; at < 61; at += 1) statuses.push((await command('projects')).status)

    expect(statuses.at(-2)).toBe(200)
    expect(statuses.at(-1)).toBe(429)
  })

  it('may not be larger than its limit, nor of another type', async () => {
    const large = await call('/slack/commands', `text=${'x'.repeat(70_000)}`)
    const text = await call('/slack/commands', 'text=projects', { type: 'text/plain' })

    expect([large.status, text.status]).toEqual([413, 415])
  })
})

describe('a command', () => {
  it('lists projects, whose names are no markup', async () => {
    expect((await command('')).body.text).toBe('There is no active project.')
    const id = await test.createProject(payload => {
      payload.project.project_name = '<!here> & more'
    })

    const { body } = await command('projects')

    expect(body).toEqual({ response_type: 'ephemeral', text: `• *&lt;!here&gt; &amp; more* \`${id}\`` })
  })

  it('runs an analysis and keeps it', async () => {
    const id = await test.createProject()

    const before = await command(`status ${id}`)
    const ran = await command(`run ${id}`)

    expect(JSON.stringify(before.body.blocks)).toContain('not yet')
    expect(ran.body.text).toContain('was analysed')
    const { body } = await test.send('GET', `/api/v1/projects/${id}/history`)
    expect(body.analysis_total).toBe(1)
    const size = body.analysis_runs[0].summary.sample_size_per_variant
    expect(JSON.stringify(ran.body.blocks)).toContain(String(size))
    expect((await actions()).at(-1)).toEqual(['analysis_run_created', 'U7'])
  })

  it('says when a project can not be sized', async () => {
    const id = await test.createProject(payload => {
      payload.metrics.baseline_value = 0.99
      payload.metrics.mde_pct = 50
    })

    expect((await command(`run ${id}`)).body.text).toContain('can not be sized')
  })

  it.each(['status nothing', 'run nothing', "status ' or 1=1"])('"%s" names no project', async text => {
    expect((await command(text)).body.text).toContain('There is no active project')
  })

  it.each(['help', 'status', 'drop table'])('"%s" is told how', async text => {
    expect((await command(text)).body.text).toContain('Write `projects`')
  })
})

describe('a button', () => {
  it('approves the analysis of a project that is there', async () => {
    const id = await test.createProject()

    const good = await press('approve_analysis', id)
    const bad = await press('approve_analysis', 'no-such-project')

    expect(good.body.text).toContain('You approved')
    expect(bad.body.text).toContain('There is no active project')
    expect((await actions()).filter(([action]) => action === 'analysis.approve')).toEqual([['analysis.approve', 'U7']])
  })

  it('says so when Slack does not take the message', async () => {
    const id = await test.createProject()
    grant = { ok: true, access_token: 'xoxb-withdrawn', team: { id: 'T1', name: 'Ours' } }
    await install()

    expect(await press('request_review', id)).toMatchObject({ status: 502, body: { error_code: 'slack_api_error' } })
    expect((await actions()).map(([action]) => action)).not.toContain('analysis.request_review')
  })

  it('asks for a review in the channel, once the app is installed', async () => {
    const id = await test.createProject()
    const before = await press('request_review', id)
    await install()
    const after = await press('request_review', id)

    expect(before.body.text).toContain('No review can be asked for')
    expect(after.body.text).toContain('was asked for')
    expect(asked.at(-1)).toMatchObject({ path: '/api/chat.postMessage', authorization: 'Bearer xoxb-secret' })
    expect(JSON.parse(asked.at(-1)!.body)).toMatchObject({ channel: '#reviews' })
    expect((await actions()).at(-1)).toEqual(['analysis.request_review', 'U7'])
  })

  it.each(['{}', '[]', 'null', '"x"', '{"actions":"x"}', '{"actions":[{"action_id":1}]}'])(
    'payload %s does nothing',
    async payload => {
      const { status, body } = await call('/slack/interactive', new URLSearchParams({ payload }).toString())

      expect([status, body.text]).toEqual([200, 'This button does nothing here.'])
    },
  )

  it('with a payload that is no JSON is 422', async () => {
    expect((await call('/slack/interactive', 'payload=%7B')).status).toBe(422)
  })
})

describe('events', () => {
  it('answer the challenge, and nothing else', async () => {
    const json = { type: 'application/json' }
    const challenge = await call('/slack/events', '{"type":"url_verification","challenge":"abc"}', json)
    const other = await call('/slack/events', '{"type":"event_callback"}', json)

    expect([challenge.body, other.body]).toEqual([{ challenge: 'abc' }, { ok: true }])
  })
})
