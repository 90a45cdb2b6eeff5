import * as beta from '../src/distributions/beta.ts'
import * as chiSquare from '../src/distributions/chi-square.ts'
import * as f from '../src/distributions/f.ts'
import * as gamma from '../src/distributions/gamma.ts'
import * as normal from '../src/distributions/normal.ts'
import * as student from '../src/distributions/student-t.ts'
import { logBeta } from '../src/special/log-beta.ts'
import { logGamma } from '../src/special/log-gamma.ts'

/** Every distribution function under its exported name, as the fixtures call them. */
export const distributionFunctions: Readonly<Record<string, (...args: number[]) => number>> = {
  ...normal,
  ...student,
  ...chiSquare,
  ...f,
  ...beta,
  ...gamma,
  logGamma,
  logBeta,
}
