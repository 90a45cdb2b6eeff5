import { Type } from 'typebox'
import { parseJsonBody } from '../../http/json-body.ts'
import { reply, route } from '../../http/route.ts'
import { requireSlack, type SlackDeps } from './slack-deps.ts'
import { SlackUnconfigured, unconfigured } from './slack-schema.ts'

const SlackEventAnswer = Type.Object(
  { ok: Type.Optional(Type.Boolean()), challenge: Type.Optional(Type.String()) },
  { title: 'SlackEventAnswer' },
)

export const handleSlackEvent = route({
  method: 'POST',
  path: '/slack/events',
  operationId: 'handleSlackEvent',
  tag: 'slack',
  summary: 'Events of Slack',
  description: 'Signed by Slack. Answers the challenge of its set-up; no event is acted upon.',
  scope: 'public',
  takesRaw: 'application/json',
  example: { type: 'url_verification', challenge: '3eZbrw1aBm2rZgRNFdxV2595E9CY3gmd' },
  responses: { 200: SlackEventAnswer, 503: SlackUnconfigured },
  errors: [401, 422, 429],
  async handle(request, { slack }: SlackDeps) {
    if (slack === null) return unconfigured()
    const event = parseJsonBody(await requireSlack(request, slack)) as { type?: unknown; challenge?: unknown } | null
    const isChallenge = event?.type === 'url_verification' && typeof event.challenge === 'string'
    return reply(200, isChallenge ? { challenge: event.challenge } : { ok: true })
  },
})
