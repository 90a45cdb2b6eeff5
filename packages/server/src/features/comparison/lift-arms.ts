import type { LiftArm } from '@verdict/stats'
import type { ExperimentPayload } from '../projects/experiment-input.ts'

/** The arms whose results are saved with a project, where they are rates or means; otherwise null. */
export function liftArms({ additional_context: context }: ExperimentPayload): {
  readonly control: LiftArm
  readonly treatment: LiftArm
} | null {
  const request = context.observed_results?.request
  const { binary, continuous } = request ?? { binary: null, continuous: null }
  if (binary) {
    const { control_conversions, control_users, treatment_conversions, treatment_users } = binary
    return {
      control: { kind: 'rate', successes: control_conversions, users: control_users },
      treatment: { kind: 'rate', successes: treatment_conversions, users: treatment_users },
    }
  }
  if (!continuous) return null
  const { control_mean, control_std, control_n, treatment_mean, treatment_std, treatment_n } = continuous
  return {
    control: { kind: 'mean', mean: control_mean, std: control_std, users: control_n },
    treatment: { kind: 'mean', mean: treatment_mean, std: treatment_std, users: treatment_n },
  }
}
