import { slackText } from '../slack/slack-text.ts'
import type { WebhookFormat } from './webhook-subscription.ts'

interface EventBody {
  readonly event_type: string
  readonly actor: string | null
  readonly payload: { readonly project_name: string | null }
}

/** What is posted: the event as it was stored, or as a message for Slack. */
export function deliveryMessage(format: WebhookFormat, eventJson: string): string {
  return format === 'generic' ? eventJson : JSON.stringify(slackMessage(JSON.parse(eventJson) as EventBody))
}

function slackMessage({ event_type: type, actor, payload }: EventBody) {
  const about = payload.project_name === null ? '' : `: ${plain(payload.project_name)}`
  const text = `${type}${about}`
  const field = (name: string, value: string) => ({ type: 'mrkdwn', text: `*${name}*\n${plain(value)}` })
  return {
    text,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: `*${text}*` } },
      { type: 'section', fields: [field('Event', type), field('Actor', actor ?? 'unknown')] },
    ],
  }
}

// A name must not call a channel, hide a link or end the bold type.
function plain(text: string): string {
  return slackText(text).replaceAll('*', '∗')
}
