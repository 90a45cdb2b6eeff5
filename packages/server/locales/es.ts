import type { Catalogue } from './catalogue.ts'
import { comparison } from './es/comparison.ts'
import { errors } from './es/errors.ts'
import { exportWords } from './es/exports.ts'
import { planning } from './es/planning.ts'
import { readout } from './es/readout.ts'
import { report } from './es/report.ts'
import { results } from './es/results.ts'
import { system } from './es/system.ts'
import { validation } from './es/validation.ts'

export const es: Catalogue = {
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
