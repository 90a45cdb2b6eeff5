import type { Issue } from '../../http/errors.ts'
import { ruleBroken } from '../projects/design-rules.ts'
import type { SurvivalBody } from './survival-schema.ts'

type Arm = SurvivalBody['control_arm']
type Path = readonly (string | number)[]

/** What the arms owe each other and the test. */
export function survivalIssues(body: SurvivalBody): readonly Issue[] {
  const { test_type: type, control_arm: control, treatment_arm: treatment, additional_arms: additional } = body
  if (type === 'cox' && additional.length > 0) {
    return [ruleBroken(['body', 'additional_arms'], { key: 'coxArms' })]
  }
  const named: readonly (readonly [Path, Arm])[] = [
    [['body', 'control_arm'], control],
    [['body', 'treatment_arm'], treatment],
    ...additional.map((arm, index) => [['body', 'additional_arms', index], arm] as const),
  ]
  return [...named.flatMap(([at, arm]) => lengthIssues(at, arm)), ...covariateIssues(body)]
}

function lengthIssues(at: Path, { durations, events_observed: events, covariates }: Arm): readonly Issue[] {
  const flags = durations.length === events.length ? [] : [[...at, 'events_observed']]
  const columns = covariates.flatMap((column, index) =>
    column.length === durations.length ? [] : [[...at, 'covariates', index]],
  )
  return [
    ...flags.map(path => ruleBroken(path, { key: 'flagEach' })),
    ...columns.map(path => ruleBroken(path, { key: 'valueEach' })),
  ]
}

function covariateIssues({ test_type: type, control_arm: control, treatment_arm: treatment }: SurvivalBody) {
  const [left, right] = [control.covariates.length, treatment.covariates.length]
  if (left !== right) {
    return [
      ruleBroken(['body', 'treatment_arm', 'covariates'], {
        key: 'unevenCovariates',
        values: { treatment: right, control: left },
      }),
    ]
  }
  if (left === 0 || type === 'cox') return []
  return [ruleBroken(['body', 'control_arm', 'covariates'], { key: 'covariatesNeedCox' })]
}
