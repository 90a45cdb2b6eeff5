/** Commands that send a first exposure of each arm and a first conversion; they can be pasted into a shell as they are. */
export function firstEvents(given: { origin: string; experimentId: string; metric: string }) {
  const base = `${given.origin}/api/v1/experiments/${encodeURIComponent(given.experimentId)}`
  return {
    exposures: curl(`${base}/exposures`, {
      exposures: [
        { user_id: 'user-1', variation_index: 0 },
        { user_id: 'user-2', variation_index: 1 },
      ],
    }),
    conversions: curl(`${base}/conversions`, {
      conversions: [{ user_id: 'user-2', metric: given.metric, value: 1, idempotency_key: 'first-order' }],
    }),
  }
}

function curl(url: string, body: unknown): string {
  const json = JSON.stringify(body).replaceAll("'", `'\\''`)
  return [`curl -X POST '${url}' \\`, `  -H 'Content-Type: application/json' \\`, `  -d '${json}'`].join('\n')
}
