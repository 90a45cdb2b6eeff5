import type { ExperimentPayload } from '../projects/experiment-input.ts'

/** A design to start from. */
export interface Template {
  readonly id: string
  readonly name: string
  readonly category: string
  readonly description: string
  readonly isBuiltIn: boolean
  readonly tags: readonly string[]
  readonly payload: ExperimentPayload
}

/** How often projects were started from it. */
export interface UsedTemplate extends Template {
  readonly usageCount: number
}
