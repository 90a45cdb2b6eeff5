import type { Issue } from '../../http/errors.ts'
import { durationIssues } from '../projects/analysis-input.ts'
import type { ExperimentPayload } from '../projects/experiment-input.ts'
import { experimentIssues } from '../projects/experiment-rules.ts'
import type { Bundle } from './bundle-schema.ts'

/** What designs and analyses owe the rules that they would meet one by one; the first record at fault is told. */
export function bundleIssues(bundle: Bundle): readonly Issue[] {
  for (const collection of ['projects', 'project_revisions', 'templates'] as const) {
    for (const [index, { payload }] of bundle[collection].entries()) {
      const issues = experimentIssues(payload as ExperimentPayload)
      if (issues.length > 0) return within(issues, [collection, index, 'payload'])
    }
  }
  for (const [index, { analysis }] of bundle.analysis_runs.entries()) {
    const issues = durationIssues(analysis)
    if (issues.length > 0) return within(issues, ['analysis_runs', index, 'analysis'])
  }
  return []
}

// The rules name places from the body on; here the record lies deeper.
function within(issues: readonly Issue[], path: readonly (string | number)[]): readonly Issue[] {
  return issues.map(issue => ({ ...issue, loc: ['body', ...path, ...issue.loc.slice(1)] }))
}
