import type { Database } from '../../database/database.ts'
import type { AnalysisResponse } from '../reports/analysis-schema.ts'
import type { LatestRun } from './design/project-report.ts'
import type { LatestRuns } from './latest-runs.ts'

/** What reports read of the analyses that projects keep. */
export function latestRunsOf(db: Database): LatestRuns {
  return {
    async findLatest(projectId): Promise<LatestRun | null> {
      const row = await db
        .selectFrom('analysis_runs')
        .selectAll()
        .where('project_id', '=', projectId)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (row === undefined) return null
      return { id: row.id, createdAt: row.created_at, analysis: JSON.parse(row.analysis_json) as AnalysisResponse }
    },
  }
}
