import { readout as words } from '../../../locales/en/readout.ts'
import { round, roundOrNull } from '../../http/wire-numbers.ts'
import type { Project } from '../projects/project.ts'
import type { Information } from './information.ts'
import type { LiveStats } from './live-stats-schema.ts'
import { monitoringOf, type RecordedLook } from './look.ts'

/** Where the experiment stands on the way to its planned size. */
export function sequentialBlock(
  project: Project,
  { plannedSize, fraction }: Information,
  totalExposed: number,
  looks: readonly RecordedLook[],
): LiveStats['sequential'] {
  const monitoring = monitoringOf(project)
  const isEvaluable = fraction !== null && monitoring !== 'group_sequential'
  const note =
    monitoring === 'group_sequential' ? words.sequential.group_sequential : words.sequential.insufficient_data
  return {
    status: isEvaluable ? 'fixed_horizon' : 'insufficient_data',
    n_looks: project.payload.constraints.n_looks,
    planned_sample_size_per_variant: plannedSize,
    total_exposed: totalExposed,
    information_fraction: fraction === null ? null : round(Math.min(1, fraction), 4),
    current_boundary_z: roundOrNull(looks.at(-1)?.boundaryZ ?? null, 4),
    note: isEvaluable ? evaluableNote(monitoring, looks) : note,
  }
}

/** The looks as the wire prints them. */
export function looksBlock(looks: readonly RecordedLook[]): LiveStats['looks'] {
  return looks.map(look => ({
    look: look.look,
    information_fraction: round(Math.min(1, look.informationFraction), 4),
    recorded_at: look.recordedAt,
    boundary_z: round(look.boundaryZ, 4),
    comparisons: look.comparisons.map(({ treatmentIndex, statistic, crossed }) => ({
      treatment_index: treatmentIndex,
      test_statistic: round(statistic, 4),
      crossed,
    })),
  }))
}

function evaluableNote(monitoring: string, looks: readonly RecordedLook[]): string {
  if (monitoring === 'always_valid') return words.sequential.always_valid
  return looks.length > 0 ? words.sequential.looked : words.sequential.fixed_horizon
}
