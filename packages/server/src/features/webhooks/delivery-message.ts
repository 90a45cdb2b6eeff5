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

// Slack reads these three as markup; a name must not call a channel or hide a link.
function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('*', '∗')
}
