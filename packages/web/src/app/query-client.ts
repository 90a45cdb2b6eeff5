import { QueryCache, QueryClient } from '@tanstack/react-query'
import { statusOf } from '../ui/api-failure.ts'

/** Holds what was read. A failure that may pass is tried once more; a refusal is not. */
export function newQueryClient({ onUnauthorized }: { onUnauthorized: () => void }): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: error => {
        if (statusOf(error) === 401) onUnauthorized()
      },
    }),
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < 1 && mayPass(statusOf(error)),
        retryDelay: 500,
        staleTime: 2000,
        // The browser's own guess is often wrong on a machine that talks to itself.
        networkMode: 'always',
      },
    },
  })
}

function mayPass(status: number): boolean {
  return status === 0 || status >= 500
}
