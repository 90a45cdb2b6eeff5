import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { VerdictClient } from '@verdict/client'
import { statusOf } from '../../ui/api-failure.ts'
import { fetchReading } from './fetch-reading.ts'
import type { Reading } from './reading.ts'

const POLL_MS = 5000

/** The newest reading. It asks again every five seconds while the page is seen; a refusal ends that. */
export function useReading(api: VerdictClient, experimentId: string) {
  const queries = useQueryClient()
  const queryKey = ['reading', experimentId]
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => {
      const held = queries.getQueryData<Reading>(queryKey) ?? null
      return fetchReading({ api, experimentId, held, now: Date.now, signal })
    },
    refetchInterval: ({ state }) => (isRefusal(statusOf(state.error)) ? false : POLL_MS),
    refetchIntervalInBackground: false,
    structuralSharing: false,
  })
}

function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 429
}
