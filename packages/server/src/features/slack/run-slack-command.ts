import { reply, route } from '../../http/route.ts'
import type { AnalysisRunner } from './analysis-runner.ts'
import { projectBlocks } from './project-blocks.ts'
import { requireSlack, type SlackDeps } from './slack-deps.ts'
import type { SlackProjects } from './slack-projects.ts'
import { SlackMessage, SlackUnconfigured, unconfigured } from './slack-schema.ts'
import { ephemeral, slackText } from './slack-text.ts'

interface CommandDeps extends SlackDeps {
  readonly slackProjects: SlackProjects
  readonly analysisRunner: AnalysisRunner
}

interface Command {
  readonly words: readonly string[]
  readonly userId: string
  readonly requestId: string
  readonly clientAddress: string
}

const USAGE = 'Write `projects`, `status PROJECT_ID` or `run PROJECT_ID`.'
const MOST_LISTED = 10

export const runSlackCommand = route({
  method: 'POST',
  path: '/slack/commands',
  operationId: 'runSlackCommand',
  tag: 'slack',
  summary: 'A slash command of Slack',
  description: 'Signed by Slack: `projects`, `status PROJECT_ID`, `run PROJECT_ID`. Only who asked sees the answer.',
  scope: 'public',
  takesRaw: 'application/x-www-form-urlencoded',
  example: { text: 'projects', user_id: 'U024BE7LH', team_id: 'T0001', trigger_id: '13345224609.738474920' },
  responses: { 200: SlackMessage, 503: SlackUnconfigured },
  errors: [401, 429],
  async handle(request, deps: CommandDeps) {
    if (deps.slack === null) return unconfigured()
    const form = new URLSearchParams((await requireSlack(request, deps.slack)).toString('utf8'))
    const { requestId, clientAddress } = request
    const words = (form.get('text') ?? '').trim().split(/\s+/)
    return reply(200, await answer({ words, userId: form.get('user_id') ?? 'unknown', requestId, clientAddress }, deps))
  },
})

function answer(command: Command, deps: CommandDeps) {
  const [verb = '', id] = command.words
  if (verb === '' || verb.toLowerCase() === 'projects') return listed(deps)
  if (verb.toLowerCase() === 'status' && id !== undefined) return status(id, deps)
  if (verb.toLowerCase() === 'run' && id !== undefined) return run(id, command, deps)
  return ephemeral(USAGE)
}

async function listed({ slackProjects }: CommandDeps) {
  const projects = await slackProjects.listNewest(MOST_LISTED)
  if (projects.length === 0) return ephemeral('There is no active project.')
  return ephemeral(projects.map(({ id, name }) => `• *${slackText(name)}* \`${id}\``).join('\n'))
}

async function status(id: string, { slackProjects }: CommandDeps) {
  const project = await slackProjects.find(id)
  if (project === null) return unknownProject(id)
  return ephemeral(`*${slackText(project.name)}*`, projectBlocks(project))
}

async function run(id: string, { userId, requestId, clientAddress }: Command, deps: CommandDeps) {
  const project = await deps.slackProjects.find(id)
  if (project === null) return unknownProject(id)
  const outcome = await deps.analysisRunner(id, { actor: userId, requestId, clientAddress })
  if (!outcome.ok) return ephemeral(`*${slackText(project.name)}* can not be sized: ${slackText(outcome.reason)}`)
  const analyzed = await deps.slackProjects.find(id)
  return ephemeral(`*${slackText(project.name)}* was analysed.`, analyzed === null ? [] : projectBlocks(analyzed))
}

function unknownProject(id: string) {
  return ephemeral(`There is no active project \`${slackText(id.slice(0, 100))}\`.`)
}
