import * as beta from '../src/distributions/beta.ts'
import * as betaBinomial from '../src/distributions/beta-binomial.ts'
import * as binomial from '../src/distributions/binomial.ts'
import * as chiSquare from '../src/distributions/chi-square.ts'
import * as f from '../src/distributions/f.ts'
import * as gamma from '../src/distributions/gamma.ts'
import * as hypergeometric from '../src/distributions/hypergeometric.ts'
import * as noncentral from '../src/distributions/noncentral-student-t.ts'
import * as normal from '../src/distributions/normal.ts'
import * as poisson from '../src/distributions/poisson.ts'
import * as student from '../src/distributions/student-t.ts'
import { logBeta } from '../src/special/log-beta.ts'
import { logGamma } from '../src/special/log-gamma.ts'

const { binomial: _binomial, ...binomialFunctions } = binomial
const { hypergeometric: _hypergeometric, ...hypergeometricFunctions } = hypergeometric
const { noncentralStudentTails: _tails, ...noncentralFunctions } = noncentral

/** Every distribution function under its exported name, as the fixtures call them. */
export const distributionFunctions: Readonly<Record<string, (...args: number[]) => number>> = {
  ...betaBinomial,
  ...binomialFunctions,
  ...hypergeometricFunctions,
  ...noncentralFunctions,
  ...poisson,
  ...normal,
  ...student,
  ...chiSquare,
  ...f,
  ...beta,
  ...gamma,
  logGamma,
  logBeta,
}
