import type { Catalogue } from './catalogue.ts'
import { comparison } from './ru/comparison.ts'
import { errors } from './ru/errors.ts'
import { exportWords } from './ru/exports.ts'
import { planning } from './ru/planning.ts'
import { readout } from './ru/readout.ts'
import { report } from './ru/report.ts'
import { results } from './ru/results.ts'
import { system } from './ru/system.ts'
import { validation } from './ru/validation.ts'

export const ru: Catalogue = {
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
