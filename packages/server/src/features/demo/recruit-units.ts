import { assign, type ExperimentConfig } from '@verdict/sdk'

/**
 * Ids by arm, `perArm` for each: whoever the assignment puts into an arm that has room, in the order of their numbers. So
 * every id is in the arm that the experiment itself gives it.
 */
export function recruitUnits(experiment: ExperimentConfig, prefix: string, perArm: number): readonly string[][] {
  const arms = experiment.weights.map((): string[] => [])
  for (let number = 1; arms.some(({ length }) => length < perArm); number += 1) {
    const userId = `${prefix}-${String(number).padStart(5, '0')}`
    const arm = arms[assign({ experiment, userId }).arm]
    if (arm !== undefined && arm.length < perArm) arm.push(userId)
  }
  return arms
}
