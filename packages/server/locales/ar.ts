import { comparison } from './ar/comparison.ts'
import { errors } from './ar/errors.ts'
import { exportWords } from './ar/exports.ts'
import { planning } from './ar/planning.ts'
import { readout } from './ar/readout.ts'
import { report } from './ar/report.ts'
import { results } from './ar/results.ts'
import { system } from './ar/system.ts'
import { validation } from './ar/validation.ts'
import type { Catalogue } from './catalogue.ts'

export const ar: Catalogue = {
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
