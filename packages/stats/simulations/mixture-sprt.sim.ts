import { mixtureSprt } from '../src/sequential/mixture-sprt.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05
const LOOKS = 60

/** Chance of ever crossing, and of the whole confidence sequence holding the truth, with a reader at every look. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const normalPath = (effect: number, mixtureVariance: number) => () => {
    let sum = 0
    return everyLook(look => {
      sum += effect + source.normal()
      return { effect: sum / look, variance: 1 / look, mixtureVariance }
    }, effect)
  }
  const binaryPath = (control: number, treatment: number, batch: number) => () => {
    let xc = 0
    let xt = 0
    return everyLook(look => {
      xc += source.binomial(batch, control)
      xt += source.binomial(batch, treatment)
      const n = look * batch
      const [pc, pt] = [xc / n, xt / n]
      return { effect: pt - pc, variance: (pc * (1 - pc) + pt * (1 - pt)) / n, mixtureVariance: (control * 0.1) ** 2 }
    }, treatment - control)
  }
  const never = (path: () => boolean) => () => !path()
  return [
    sizeRow(`normal, ${LOOKS} looks, mixture variance 1`, ALPHA, runs, never(normalPath(0, 1))),
    sizeRow(`normal, ${LOOKS} looks, mixture variance 0.05`, ALPHA, runs, never(normalPath(0, 0.05))),
    sizeRow(`rate 0.1, ${LOOKS} looks of 200 persons an arm`, ALPHA, runs, never(binaryPath(0.1, 0.1, 200))),
    coverageRow(`normal, effect 0.3, ${LOOKS} looks`, 1 - ALPHA, runs, normalPath(0.3, 0.05)),
    coverageRow(
      `rates 0.1 and 0.11, ${LOOKS} looks of 200 persons an arm`,
      1 - ALPHA,
      runs,
      binaryPath(0.1, 0.11, 200),
    ),
  ]
}

/** Whether the confidence sequence holds `truth` at every look. */
function everyLook(
  observe: (look: number) => { effect: number; variance: number; mixtureVariance: number },
  truth: number,
): boolean {
  for (let look = 1; look <= LOOKS; look += 1) {
    const test = mixtureSprt({ ...observe(look), alpha: ALPHA })
    if (test.ok && (test.value.lower > truth || test.value.upper < truth)) return false
  }
  return true
}
