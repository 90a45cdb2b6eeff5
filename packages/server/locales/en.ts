import { comparison } from './en/comparison.ts'
import { errors } from './en/errors.ts'
import { exportWords } from './en/exports.ts'
import { planning } from './en/planning.ts'
import { readout } from './en/readout.ts'
import { report } from './en/report.ts'
import { results } from './en/results.ts'
import { system } from './en/system.ts'
import { validation } from './en/validation.ts'

/** The words that name the keys and the marks of every other language. */
export const en = {
  errors,
  validation,
  planning,
  readout,
  report,
  results,
  comparison,
  system,
  exports: exportWords,
} as const
