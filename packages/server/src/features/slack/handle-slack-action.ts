import { EXAMPLE_IDS } from '../../http/example-ids.ts'
import { parseJsonBody } from '../../http/json-body.ts'
import { reply, route } from '../../http/route.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import { requireSlack, type SlackDeps } from './slack-deps.ts'
import type { SlackDesk, SlackUser } from './slack-desk.ts'
import { SlackMessage, SlackUnconfigured, unconfigured } from './slack-schema.ts'
import { ephemeral, slackText } from './slack-text.ts'

interface ActionDeps extends SlackDeps {
  readonly projects: Pick<ProjectsRepository, 'find'>
}

interface Action {
  readonly name: string
  readonly projectId: string
  readonly user: SlackUser
}

const EXAMPLE_ACTION = {
  payload: JSON.stringify({
    user: { id: 'U024BE7LH' },
    team: { id: 'T0001' },
    actions: [{ action_id: 'approve_analysis', value: EXAMPLE_IDS.project }],
  }),
}

export const handleSlackAction = route({
  method: 'POST',
  path: '/slack/interactive',
  operationId: 'handleSlackAction',
  tag: 'slack',
  summary: 'A button that was pressed in Slack',
  description: 'Signed by Slack: approves an analysis, or asks for a review in the channel for reviews.',
  scope: 'public',
  takesRaw: 'application/x-www-form-urlencoded',
  example: EXAMPLE_ACTION,
  responses: { 200: SlackMessage, 503: SlackUnconfigured },
  errors: [401, 422, 429, 502],
  async handle(request, { slack, projects }: ActionDeps) {
    if (slack === null) return unconfigured()
    const form = new URLSearchParams((await requireSlack(request, slack)).toString('utf8'))
    const payload = parseJsonBody(Buffer.from(form.get('payload') ?? '{}'))
    const { requestId, clientAddress } = request
    const action = actionOf(payload, { requestId, clientAddress })
    return reply(200, await answer(action, slack, projects))
  },
})

async function answer({ name, projectId, user }: Action, slack: SlackDesk, projects: ActionDeps['projects']) {
  if (name !== 'approve_analysis' && name !== 'request_review') return ephemeral('This button does nothing here.')
  const project = await projects.find(projectId)
  if (project === null || project.archivedAt !== null) {
    return ephemeral(`There is no active project \`${slackText(projectId.slice(0, 100))}\`.`)
  }
  const title = `*${slackText(project.projectName)}*`
  if (name === 'approve_analysis') {
    await slack.approve(project, user)
    return ephemeral(`You approved the analysis of ${title}.`)
  }
  const isAsked = await slack.requestReview(project, user)
  return ephemeral(
    isAsked
      ? `A review of ${title} was asked for.`
      : 'No review can be asked for: set AB_SLACK_REVIEW_CHANNEL, and install the app in this workspace.',
  )
}

/** Reads the little that is needed; whatever is not there is empty. */
function actionOf(payload: unknown, call: Pick<SlackUser, 'requestId' | 'clientAddress'>): Action {
  const text = (...path: (string | number)[]) => {
    const found = path.reduce<unknown>(
      (value, key) => (value as Record<string | number, unknown> | null)?.[key],
      payload,
    )
    return typeof found === 'string' ? found : ''
  }
  const user = { id: text('user', 'id') || 'unknown', teamId: text('team', 'id'), ...call }
  return { name: text('actions', 0, 'action_id'), projectId: text('actions', 0, 'value'), user }
}
