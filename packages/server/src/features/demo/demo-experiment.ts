import type { ExperimentConfig } from '@verdict/sdk'
import type { ExperimentPayload } from '../projects/experiment-input.ts'
import type { Template } from '../templates/template.ts'
import type { Draws } from './draws.ts'
import type { EventScript } from './event-script.ts'

/** A project of the demo, and what happens in its experiment. */
export interface DemoExperiment {
  readonly payload: ExperimentPayload
  readonly seed: number
  /** The persons depend on the experiment, which assigns them; what they do depends on the draws alone. */
  write(script: EventScript, experiment: ExperimentConfig, draws: Draws): void
}

/** The design of a template under a name of the demo, with some figures of its metric replaced. */
export function demoPayload(
  { payload }: Template,
  name: string,
  metrics: Partial<ExperimentPayload['metrics']> = {},
): ExperimentPayload {
  return {
    ...payload,
    project: { ...payload.project, project_name: `Demo - ${name}` },
    metrics: { ...payload.metrics, ...metrics },
  }
}
