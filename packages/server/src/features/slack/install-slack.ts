import { reply, route } from '../../http/route.ts'
import type { SlackDeps } from './slack-deps.ts'
import { SlackUnconfigured, unconfigured } from './slack-schema.ts'

export const installSlack = route({
  method: 'GET',
  path: '/slack/install',
  operationId: 'installSlack',
  tag: 'slack',
  summary: 'Install the app in a workspace',
  description: 'Redirects to Slack. What comes back is taken once, within ten minutes.',
  scope: 'public',
  responses: { 307: null, 503: SlackUnconfigured },
  async handle(_request, { slack }: SlackDeps) {
    if (slack === null) return unconfigured()
    return reply(307, null, { location: await slack.beginInstall(), 'cache-control': 'no-store' })
  },
})
