/** A text inside Slack's markup: the three signs that open markup stand for themselves. */
export function slackText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A reply that only the asking user sees. */
export function ephemeral(text: string, blocks?: readonly unknown[]) {
  return { response_type: 'ephemeral', text, ...(blocks ? { blocks } : {}) }
}
