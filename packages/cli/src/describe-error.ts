import type { ApiError } from '@verdict/client'

/** One line of what the server said. */
export function describeError(error: ApiError | undefined, status: number): string {
  if (error === undefined) return `the server answered ${status}`
  if (typeof error.detail === 'string') return `${error.detail} (${error.error_code})`
  return error.detail
    .slice(0, 3)
    .map(({ loc, msg }) => `${loc.join('.')}: ${msg}`)
    .join('; ')
}
