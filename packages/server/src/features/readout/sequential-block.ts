import type { Speech } from '../../http/speech.ts'
import { round, roundOrNull } from '../../http/wire-numbers.ts'
import type { Monitoring } from '../planning/look-design.ts'
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
  { words }: Speech,
): LiveStats['sequential'] {
  const notes = words.readout.sequential
  const monitoring = monitoringOf(project)
  const status = monitoring === 'group_sequential' ? 'active' : 'fixed_horizon'
  return {
    status: fraction === null ? 'insufficient_data' : status,
    n_looks: project.payload.constraints.n_looks,
    planned_sample_size_per_variant: plannedSize,
    total_exposed: totalExposed,
    information_fraction: fraction === null ? null : round(Math.min(1, fraction), 4),
    current_boundary_z: roundOrNull(looks.at(-1)?.boundaryZ ?? null, 4),
    note: notes[fraction === null ? 'insufficient_data' : noteKey(monitoring, looks)],
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

function noteKey(monitoring: Monitoring, looks: readonly RecordedLook[]) {
  if (monitoring === 'group_sequential') return looks.length > 0 ? 'group_looked' : 'group_sequential'
  if (monitoring === 'always_valid') return 'always_valid'
  return looks.length > 0 ? 'looked' : 'fixed_horizon'
}
