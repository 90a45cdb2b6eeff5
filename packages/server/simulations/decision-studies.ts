import type { DecisionStudy } from './decision-study.ts'

type Design = DecisionStudy['design']

/** A row of the table of calibration: what is asked, and what may come out. */
export interface StudyRow extends Omit<DecisionStudy, 'runs' | 'seed'> {
  /** Share that may not be exceeded, or that has to be met. */
  readonly asked:
    | { readonly what: 'ever shipped'; readonly most: number }
    | { readonly what: 'ever vetoed'; readonly most: number }
    | { readonly what: 'look crossed'; readonly power: number }
}

const LOOKS: Design = { constraints: { n_looks: 4 } }
const POCOCK: Design = { ...LOOKS, decision_policy: { spending: 'lan_demets_pocock' } }
const ALWAYS: Design = { decision_policy: { monitoring: 'always_valid' } }
const HOLM: Design = { decision_policy: { arm_adjustment: 'holm' } }
const DUNNETT: Design = { decision_policy: { arm_adjustment: 'dunnett' } }
const FUTILE: Design = { ...LOOKS, decision_policy: { futility: { type: 'obrien_fleming', beta: 0.2 } } }
const ALPHA = 0.05

const DESIGNS: readonly (readonly [string, Design])[] = [
  ['fixed', {}],
  ['four looks, O’Brien-Fleming', LOOKS],
  ['four looks, Lan-DeMets Pocock', POCOCK],
  ['four looks with futility', FUTILE],
  ['always valid', ALWAYS],
]

const ARMS: readonly (readonly [string, Design])[] = [...DESIGNS, ['fixed, Holm', HOLM], ['fixed, Dunnett', DUNNETT]]

/** No effect: how often is it ever shipped, and vetoed with harm at the margin? The planned effect: how often does a look find it? */
export const decisionStudies: readonly StudyRow[] = [
  ...DESIGNS.map(([name, design]) => none(`${name}, 2 arms`, design, [0])),
  ...ARMS.map(([name, design]) => none(`${name}, 4 arms`, design, [0, 0, 0])),
  ...DESIGNS.filter(([name]) => name !== 'always valid').flatMap(([name, design]) => [
    planned(`${name}, 2 arms`, design, [1]),
    planned(`${name}, 4 arms`, design, [1, 0, 0]),
  ]),
  ...DESIGNS.flatMap(([name, design]) => [
    atMargin(`${name}, 2 arms`, design, [0]),
    atMargin(`${name}, 4 arms`, design, [0, 0, 0]),
  ]),
]

function none(name: string, design: Design, effects: readonly number[]): StudyRow {
  return { name: `${name}, no effect`, design, effects, asked: { what: 'ever shipped', most: ALPHA } }
}

function planned(name: string, design: Design, effects: readonly number[]): StudyRow {
  return { name: `${name}, planned effect`, design, effects, asked: { what: 'look crossed', power: 0.8 } }
}

function atMargin(name: string, design: Design, effects: readonly number[]): StudyRow {
  const asked = { what: 'ever vetoed', most: ALPHA } as const
  return { name: `${name}, harm at the margin`, design, effects, harmsAtMargin: true, asked }
}
