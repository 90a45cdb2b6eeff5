/** English words of the read-out; `{{name}}` marks a value. */
export const readout = {
  disclaimer:
    'Fixed-horizon results are meant for the planned read. Before it, only the always-valid evidence may be acted on.',
  srm: {
    ok: 'The arms hold the shares that were planned.',
    srm_detected: 'The arms do not hold the shares that were planned. Find the cause before reading any result.',
    insufficient_data: 'Nobody has been exposed yet.',
  },
  bonferroni: 'Alpha {{alpha}} for each of {{comparisons}} comparisons (Bonferroni).',
  slices:
    'Each p-value stands beside one that is adjusted for all slices and arms. Slices explain; they do not decide.',
  tooFewPersons: 'Each arm needs two persons or more, with some spread between them.',
  verdicts: {
    degenerate: 'Both arms are constant and equal: there is nothing to compare.',
  },
  units: { points: 'percentage points', metric: 'in the unit of the metric' },
  interpretation: 'Effect {{effect}} {{unit}} ({{level}} % interval {{lower}} to {{upper}}), p = {{p}}.',
  degenerate: 'Nobody, or everybody, converted in both arms.',
  alwaysValid: {
    ok: 'Holds at every look, however often it is read.',
    not_evaluable: 'There is no spread yet to judge the effect by.',
    not_defined: 'A test of ranks is read at its planned looks alone.',
  },
  sequential: {
    fixed_horizon: 'One planned read, at 95 % of the planned information.',
    looked: 'The planned read was taken and is kept. Later only always-valid evidence can change the verdict.',
    always_valid: 'Read at any time; only the always-valid evidence decides.',
    group_sequential: 'No planned look was due yet. Until then only always-valid evidence counts.',
    group_looked:
      'A planned look was taken and is kept until the next. Between looks only always-valid evidence can change the verdict.',
    insufficient_data: 'Nobody has been exposed yet, or the stored design has no finite size.',
  },
  cuped: {
    available: 'Adjusted for what is known from before the start, over persons with every covariate.',
    unavailable: 'No pre-period values have been recorded.',
    too_many_covariates: '{{count}} covariates are recorded; at most {{limit}} are used.',
    not_applicable: 'CUPED is read for continuous metrics, where persons were randomized and not clusters.',
    insufficient_data: 'Too few persons with every covariate in one of the arms.',
  },
  stratified: {
    available: 'Effects within strata, weighted by the size of each stratum.',
    unavailable: 'No strata have been recorded.',
    not_applicable:
      'Strata are read for binary and continuous metrics, where persons were randomized and not clusters.',
    too_many_strata: '{{count}} strata are recorded; at most {{limit}} are used.',
    insufficient_data: 'No stratum has two persons or more in both arms.',
  },
  guardrail: {
    none: 'The design names no guardrail.',
    ok: 'No guardrail is harmed beyond its margin.',
    warning: 'Harm beyond the margin is seen, but not yet proven: it does not veto.',
    breached: 'Harm beyond the margin is proven, however often it is read: it vetoes a ship.',
    insufficient_data: 'Each arm needs two persons or more, with some spread between them.',
  },
  holdout: {
    ok: 'Everybody in the treatment arms against everybody who is held out; control is left out.',
    none: 'Nobody is held out.',
    not_applicable:
      'The holdout is compared for binary and continuous metrics, where persons were randomized and not clusters.',
    insufficient_data: 'Both sides need two persons or more, with some spread between them.',
  },
} as const
