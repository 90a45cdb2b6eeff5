import type { Catalogue } from './catalogue.ts'
import { comparison } from './de/comparison.ts'
import { errors } from './de/errors.ts'
import { exportWords } from './de/exports.ts'
import { planning } from './de/planning.ts'
import { readout } from './de/readout.ts'
import { report } from './de/report.ts'
import { results } from './de/results.ts'
import { system } from './de/system.ts'
import { validation } from './de/validation.ts'

export const de: Catalogue = {
  errors,
  validation,
  planning,
  readout,
  report,
  results,
  comparison,
  system,
  exports: exportWords,
}
