import type { Catalogue } from './catalogue.ts'
import { comparison } from './fr/comparison.ts'
import { errors } from './fr/errors.ts'
import { exportWords } from './fr/exports.ts'
import { planning } from './fr/planning.ts'
import { readout } from './fr/readout.ts'
import { report } from './fr/report.ts'
import { results } from './fr/results.ts'
import { system } from './fr/system.ts'
import { validation } from './fr/validation.ts'

export const fr: Catalogue = {
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
