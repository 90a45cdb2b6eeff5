/** English words of refusals and failures; `{{name}}` marks a value. */
export const errors = {
  // Who asks.
  sendToken: 'Send a token: Authorization: Bearer <token>, or X-API-Key: <token>',
  unknownToken: 'The token is not known',
  sendAdminToken: 'Send the admin token',
  noAdminToken: 'No admin token is configured: set AB_ADMIN_TOKEN',
  mayOnlyRead: 'This credential may only read',
  metricsAreLocal: 'Metrics are open to this machine only, until a token is set',
  // Limits.
  tooManyFailures: 'Too many failed attempts',
  tooManyRequests: 'Too many requests',
  bodyTooLarge: 'Request body is too large: {{limit}} bytes at most',
  bodyInflates: 'The body inflates to more than {{ratio}} times its size',
  bodySlow: 'The body came too slowly',
  eventQueueFull: 'The event queue is full. Send the batch again later.',
  eventStoreUnavailable: 'Events can not be stored or read now.',
  computeBusy: 'Other computations take all places. Send it again later.',
  callerGone: 'The caller has gone.',
  // The request itself.
  notFound: 'Not found',
  methodNotAllowed: 'Method Not Allowed',
  notJson: 'Send the body as JSON, with Content-Type: application/json',
  notLines:
    'Send the body as NDJSON, one JSON object a line, with Content-Type: application/x-ndjson, plain or with Content-Encoding: gzip',
  wrongContentLength: 'Content-Length does not fit the body',
  unreadable: 'The request could not be read',
  internal: 'Internal server error',
  // Projects and experiments.
  projectNotFound: 'Project not found',
  projectArchived: 'Project is archived: restore it first',
  projectReportNotFound: 'Project report not found',
  analysisSnapshotNotFound: 'Project analysis snapshot not found',
  experimentNotFound: 'Experiment not found',
  jobNotFound: 'No such job, or its time is over',
  // Planning.
  noFiniteSize: 'No finite sample size fits: baseline, effect, spread, alpha and power do not go together',
  ratioNeedsSpread: 'A ratio metric needs std_dev to be sized: the standard deviation of its linearized value per user',
  noFiniteSizeAt: 'No finite sample size fits the effect {{mde}} at power {{power}}',
  fractionsSum: 'expected_fractions are above 0 and sum to 1',
  countsNotTestable: 'The counts can not be tested',
  // Analyses.
  tooManyCounted: 'At most {{most}} counted',
  emptyLine: 'No row and no column may be empty',
  constantGroups: 'Every group needs values that differ',
  equalDifferences: 'All differences are equal',
  fewDifferences: 'At least two pairs have to differ',
  pairsNotTestable: 'These pairs can not be analysed',
  ratiosNotTestable: 'The denominators have no mean, or the ratios do not vary',
  tooManyForExact: '{{test}} takes {{most}} users at most; use binary',
  horizonTooFar: 'rmst_horizon lies beyond what was observed in an arm',
  noSharedEvents: 'The arms need events that share a time at risk',
} as const
