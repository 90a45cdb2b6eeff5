import { Type } from 'typebox'

/** The envelope of every error but 422. */
export const ERROR_ENVELOPE = Type.Object(
  {
    detail: Type.String(),
    error_code: Type.String(),
    status_code: Type.Integer(),
    request_id: Type.String(),
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
  },
  { title: 'HTTPValidationError' },
)
