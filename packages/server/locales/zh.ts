import type { Catalogue } from './catalogue.ts'
import { comparison } from './zh/comparison.ts'
import { errors } from './zh/errors.ts'
import { exportWords } from './zh/exports.ts'
import { planning } from './zh/planning.ts'
import { readout } from './zh/readout.ts'
import { report } from './zh/report.ts'
import { results } from './zh/results.ts'
import { system } from './zh/system.ts'
import { validation } from './zh/validation.ts'

export const zh: Catalogue = {
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
