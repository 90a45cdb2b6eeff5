import { type Static, Type } from 'typebox'
import { EXAMPLE_IDS } from '../../http/example-ids.ts'
import { nullable, oneOf, shownAs } from '../../http/schema.ts'

export const PersonParams = Type.Object({
  experiment_id: shownAs(Type.String(), EXAMPLE_IDS.project),
  user_id: shownAs(Type.String({ minLength: 1, maxLength: 200 }), 'u1'),
})

const MaybeTime = nullable(Type.String())
const MaybeText = nullable(Type.String())

const PersonExposure = Type.Object({
  user_id: Type.String(),
  variation_index: Type.Integer(),
  occurred_at: MaybeTime,
  received_at: Type.String(),
  cluster_id: MaybeText,
  /** The first exposure of any id: it decides the arm. */
  decides: Type.Boolean(),
})

const PersonEvent = Type.Object({
  user_id: Type.String(),
  metric: Type.String(),
  value: Type.Number(),
  occurred_at: MaybeTime,
  received_at: Type.String(),
  standing: oneOf('counted', 'before_exposure', 'after_window', 'not_exposed'),
})

export const PersonResponse = Type.Object(
  {
    experiment_id: Type.String(),
    user_id: Type.String(),
    person_id: Type.String(),
    anonymous_ids: Type.Array(Type.String()),
    /** -1 for the holdout; null when never exposed. */
    variation_index: nullable(Type.Integer()),
    /** Why the arm is what it is, or why the person is not counted. */
    status: oneOf('counted', 'held_out', 'not_exposed', 'unknown_arm', 'excluded', 'rate_spike'),
    exposures: Type.Array(PersonExposure),
    stratum: MaybeText,
    covariates: Type.Array(Type.Object({ covariate_name: Type.String(), value: Type.Number() })),
    exclusions: Type.Array(Type.Object({ user_id: Type.String(), exclusion_reason: Type.String() })),
    events: Type.Array(PersonEvent),
    events_total: Type.Integer(),
  },
  { title: 'PersonResponse' },
)

export type Person = Static<typeof PersonResponse>
