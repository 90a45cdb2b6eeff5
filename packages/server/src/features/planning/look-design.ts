import {
  type BoundaryFamily,
  boundaryFamily,
  type GroupSequentialDesign,
  type GroupSequentialInput,
  groupSequentialDesign,
  type SpendingFamily,
} from '@verdict/stats'
import type { Computation } from '../../jobs/computation.ts'
import type { Compute } from '../../jobs/compute.ts'
import type { CalculationPlan } from './calculation-schema.ts'
import { armAlpha } from './design-effect.ts'

type Policy = NonNullable<CalculationPlan['decision_policy']>

/** How a design is watched. */
export type Monitoring = 'fixed' | 'always_valid' | 'group_sequential'

export function monitoringOf(policy: Pick<Policy, 'monitoring'>, looks: number): Monitoring {
  if (policy.monitoring !== 'auto') return policy.monitoring
  return looks > 1 ? 'group_sequential' : 'fixed'
}

/** The group-sequential test of a plan with several looks, equally spaced, at the alpha of one comparison; else null. */
export function lookDesign(plan: CalculationPlan): GroupSequentialDesign | null {
  const input = lookInput(plan)
  return input === null ? null : remember(input, designs.get(keyOf(input)) ?? groupSequentialDesign(input))
}

/** Milliseconds on one core, measured 2026-11-23. */
export function foreseenLookMs({ times, futility }: Pick<GroupSequentialInput, 'times' | 'futility'>): number {
  return 1 + 0.03 * (futility === null ? 1 : 2) * times.length ** 2
}

export const lookDesignComputation: Computation<GroupSequentialInput, GroupSequentialDesign> = {
  name: 'look_design',
  foreseenMs: foreseenLookMs,
  run: input => groupSequentialDesign(input),
}

/** Has the design of many looks computed off the event loop, so that `lookDesign` finds it remembered. */
export async function prepareLookDesign(plan: CalculationPlan, compute: Compute): Promise<void> {
  const input = lookInput(plan)
  if (input === null || designs.has(keyOf(input))) return
  const { signal } = new AbortController()
  const design = await compute.run(lookDesignComputation, input, {
    bodyDigest: () => keyOf(input),
    departure: () => signal,
    onStart: () => undefined,
  })
  remember(input, design)
}

/** The input of the design; null with one look. */
export function lookInput({ n_looks: looks, decision_policy: policy, power, ...plan }: CalculationPlan) {
  if (looks === 1) return null
  const futility = policy?.futility
  return {
    family: lookFamily(policy),
    times: Array.from({ length: looks }, (_, index) => (index + 1) / looks),
    alpha: armAlpha({ ...plan, decision_policy: policy }),
    sides: 2,
    power,
    futility: futility ? { family: futilityFamily(futility.type), beta: futility.beta } : null,
  } satisfies GroupSequentialInput
}

// A read-out asks for the design of its experiment each time, and many looks take long.
const designs = new Map<string, GroupSequentialDesign>()
const MOST_REMEMBERED = 200

function keyOf(input: GroupSequentialInput): string {
  return JSON.stringify(input)
}

function remember(input: GroupSequentialInput, design: GroupSequentialDesign): GroupSequentialDesign {
  const key = keyOf(input)
  designs.delete(key)
  designs.set(key, design)
  if (designs.size > MOST_REMEMBERED) designs.delete(designs.keys().next().value!)
  return design
}

/** How the design spends its alpha. */
export function lookFamily(policy: Policy | null): BoundaryFamily {
  return boundaryFamily(policy?.spending ?? 'obrien_fleming', spendingParameter(policy))
}

/** Whether alpha is spent by information, not by the number of the look. */
export function isSpending(family: BoundaryFamily): family is SpendingFamily {
  return SPENDING.includes(family.kind)
}

const SPENDING: readonly BoundaryFamily['kind'][] = [
  'lan_demets_obrien_fleming',
  'lan_demets_pocock',
  'kim_demets',
  'hwang_shih_decani',
]

// What is customary where the design does not say: both spend late.
const USUAL_RHO = 3
const USUAL_GAMMA = -4

function spendingParameter(policy: Policy | null): number | null {
  if (policy?.spending === 'kim_demets') return policy.spending_parameter ?? USUAL_RHO
  if (policy?.spending === 'hwang_shih_decani') return policy.spending_parameter ?? USUAL_GAMMA
  return null
}

function futilityFamily(type: NonNullable<Policy['futility']>['type']): SpendingFamily {
  switch (type) {
    case 'obrien_fleming':
      return { kind: 'lan_demets_obrien_fleming' }
    case 'pocock':
      return { kind: 'lan_demets_pocock' }
    case 'kim_demets':
      return { kind: type, rho: USUAL_RHO }
    case 'hwang_shih_decani':
      return { kind: type, gamma: USUAL_GAMMA }
  }
}
