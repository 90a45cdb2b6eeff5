import { Type } from 'typebox'
import { reply } from '../../http/route.ts'
import { nullable } from '../../http/schema.ts'

/** What every route of Slack answers while its settings are missing; Slack's own callers read no envelope. */
export const SlackUnconfigured = Type.Object({ error: Type.String() }, { title: 'SlackUnconfigured' })

export function unconfigured() {
  return reply(503, { error: 'slack_not_configured' })
}

/** A message in Slack's own form. */
export const SlackMessage = Type.Object(
  {
    response_type: Type.Optional(Type.String()),
    text: Type.Optional(Type.String()),
    blocks: Type.Optional(Type.Array(Type.Object({}))),
    replace_original: Type.Optional(Type.Boolean()),
  },
  { title: 'SlackMessage' },
)

export const SlackStatus = Type.Object(
  {
    configured: Type.Boolean(),
    installed: Type.Boolean(),
    team_id: nullable(Type.String()),
    team_name: nullable(Type.String()),
    installed_at: nullable(Type.String()),
  },
  { title: 'SlackStatus' },
)
