export interface RateLimit {
  readonly requests: number
  readonly windowSeconds: number
}

/** Whose calls are counted together, and how many of them may fall into one window. */
export interface Bucket {
  readonly key: string
  readonly limit: RateLimit
}

/** Seconds to wait, or null when the call may pass. */
export type Wait = number | null

/**
 * Sliding windows of admitted calls. An implementation that asks another process answers with promises; the one in
 * memory answers at once.
 */
export interface RateWindows {
  /** Counts a call in every bucket; when one is full it counts in none and tells the longest wait. */
  hit(buckets: readonly Bucket[]): Wait | Promise<Wait>
  /** Without counting. */
  retryAfter(bucket: Bucket): Wait | Promise<Wait>
}
