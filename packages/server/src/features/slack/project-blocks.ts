import type { SlackProject } from './slack-projects.ts'
import { slackText } from './slack-text.ts'

/** What stands in Slack of a project, with what can be done with it. */
export function projectBlocks(project: SlackProject): readonly unknown[] {
  const button = (text: string, actionId: string) => ({
    type: 'button',
    text: { type: 'plain_text', text },
    action_id: actionId,
    value: project.id,
  })
  const field = (name: string, value: string | number | null) => ({
    type: 'mrkdwn',
    text: `*${name}*\n${value === null ? 'not yet' : slackText(String(value))}`,
  })
  return [
    { type: 'section', text: { type: 'mrkdwn', text: `*${slackText(project.name)}*\n\`${project.id}\`` } },
    {
      type: 'section',
      fields: [
        field('Last analysis', project.lastAnalysisAt),
        field('Sample size', project.sampleSize),
        field('Days', project.durationDays),
      ],
    },
    {
      type: 'actions',
      elements: [button('Approve', 'approve_analysis'), button('Ask for a review', 'request_review')],
    },
  ]
}
