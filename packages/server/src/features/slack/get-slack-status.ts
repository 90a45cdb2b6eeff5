import { reply, route } from '../../http/route.ts'
import type { SlackDeps } from './slack-deps.ts'
import { SlackStatus } from './slack-schema.ts'

export const getSlackStatus = route({
  method: 'GET',
  path: '/api/v1/slack/status',
  operationId: 'getSlackStatus',
  tag: 'slack',
  summary: 'Whether Slack is set up, and for which workspace',
  description: 'Of several workspaces the one that was installed last.',
  scope: 'read',
  responses: { 200: SlackStatus },
  async handle(_request, { slack }: SlackDeps) {
    const installation = (await slack?.installation()) ?? null
    return reply(200, {
      configured: slack !== null,
      installed: installation !== null,
      team_id: installation?.teamId ?? null,
      team_name: installation?.teamName ?? null,
      installed_at: installation?.installedAt ?? null,
    })
  },
})
