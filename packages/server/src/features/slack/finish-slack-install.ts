import { Type } from 'typebox'
import { badRequest } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import { nullable, shownAs, withDefault } from '../../http/schema.ts'
import type { SlackDeps } from './slack-deps.ts'
import { SlackUnconfigured, unconfigured } from './slack-schema.ts'

const CallbackQuery = Type.Object({
  code: withDefault(shownAs(Type.String({ maxLength: 500 }), '7403512.9215'), ''),
  state: withDefault(shownAs(Type.String({ maxLength: 500 }), 'fT0pXh3oUqk2sYc8'), ''),
})

const SlackInstalled = Type.Object(
  { ok: Type.Boolean(), team_id: Type.String(), team_name: nullable(Type.String()) },
  { title: 'SlackInstalled' },
)

export const finishSlackInstall = route({
  method: 'GET',
  path: '/slack/oauth/callback',
  operationId: 'finishSlackInstall',
  tag: 'slack',
  summary: 'Where Slack sends a visitor back to',
  description: 'Exchanges the code for tokens, once for each visit that began here.',
  scope: 'public',
  query: CallbackQuery,
  responses: { 200: SlackInstalled, 503: SlackUnconfigured },
  errors: [400, 502],
  async handle({ query, requestId, clientAddress }, { slack }: SlackDeps) {
    if (slack === null) return unconfigured()
    if (query.code === '' || query.state === '') throw badRequest({ key: 'slackState' })
    const visitor = { id: 'slack:oauth', requestId, clientAddress }
    const installation = await slack.finishInstall(query.code, query.state, visitor)
    if (installation === null) throw badRequest({ key: 'slackState' })
    return reply(200, { ok: true, team_id: installation.teamId, team_name: installation.teamName })
  },
})
