import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface StandIn {
  readonly url: string
  close(): Promise<void>
}

const ADVICE = {
  brief_assessment: 'The design is sound; two whole weeks cover the rhythm of the week.',
  key_risks: ['Returning buyers may react to the novelty'],
  design_improvements: ['Watch refunds as a guardrail'],
  metric_recommendations: ['Average order value as a secondary metric'],
  interpretation_pitfalls: ['A rise in the first days may fade'],
  additional_checks: ['Compare new and returning buyers'],
}
const HYPOTHESES = [
  {
    change: 'Let guests buy without an account',
    rationale: 'Buyers leave where an account is asked for',
    primary_metric: 'purchase',
    expected_direction: 'increase',
  },
]
const GRANT = { ok: true, access_token: 'xoxb-of-the-stand-in', team: { id: 'T0001', name: 'Example' } }

/** What the world outside would answer: Slack, a language model, the receiver of a webhook. */
export async function startStandIn(): Promise<StandIn> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.end(JSON.stringify(answerTo(request.url!))))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function answerTo(path: string): unknown {
  if (path === '/api/oauth.v2.access') return GRANT
  if (path !== '/api/gk/orchestrate') return { ok: true }
  return { consensus: { text: JSON.stringify({ ...ADVICE, hypotheses: HYPOTHESES }) } }
}
