import { Type } from 'typebox'
import type { Progress } from './errors.ts'

const ProgressField = Type.Optional(
  Type.Unsafe<Progress>({ type: 'object', additionalProperties: { type: 'integer' } }),
)

/** The envelope of every error but 422. `progress`: what a call of many lines had stored before it failed. */
export const ERROR_ENVELOPE = Type.Object(
  {
    detail: Type.String(),
    error_code: Type.String(),
    status_code: Type.Integer(),
    request_id: Type.String(),
    progress: ProgressField,
  },
  { title: 'ErrorEnvelope' },
)

const ValidationIssue = Type.Object(
  {
    loc: Type.Array(Type.Union([Type.String(), Type.Integer()])),
    msg: Type.String(),
    type: Type.String(),
    input: Type.Optional(Type.Unknown()),
    ctx: Type.Optional(Type.Object({})),
  },
  { title: 'ValidationError' },
)

export const VALIDATION_ERROR = Type.Object(
  {
    detail: Type.Array(ValidationIssue),
    error_code: Type.String(),
    status_code: Type.Integer(),
    request_id: Type.String(),
    progress: ProgressField,
  },
  { title: 'HTTPValidationError' },
)
