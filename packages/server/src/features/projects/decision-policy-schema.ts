import { Type } from 'typebox'
import { oneOf, optional, record, withDefault } from '../../http/schema.ts'

const Futility = record('Futility', {
  type: oneOf('obrien_fleming', 'pocock', 'kim_demets', 'hwang_shih_decani'),
  beta: Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 }),
})

/** How the verdict is reached; chosen before the start, frozen at the first exposure. */
export const DecisionPolicy = record('DecisionPolicy', {
  minimum_worthwhile_effect: optional(Type.Number({ minimum: 0 })),
  minimum_worthwhile_effect_pct: optional(Type.Number({ minimum: 0 })),
  estimator: withDefault(oneOf('unadjusted', 'cuped', 'post_stratified'), 'unadjusted'),
  monitoring: withDefault(oneOf('auto', 'fixed', 'group_sequential', 'always_valid'), 'auto'),
  spending: withDefault(
    oneOf(
      'obrien_fleming',
      'pocock',
      'lan_demets_obrien_fleming',
      'lan_demets_pocock',
      'kim_demets',
      'hwang_shih_decani',
    ),
    'obrien_fleming',
  ),
  spending_parameter: optional(Type.Number()),
  futility: optional(Futility),
  arm_adjustment: withDefault(oneOf('bonferroni', 'holm', 'dunnett', 'none'), 'bonferroni'),
  secondary_adjustment: withDefault(oneOf('holm', 'benjamini_hochberg'), 'holm'),
})
