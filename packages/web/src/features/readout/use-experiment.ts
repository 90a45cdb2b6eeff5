import { useQuery } from '@tanstack/react-query'
import type { VerdictClient } from '@verdict/client'
import { dataOf, statusOf } from '../../ui/api-failure.ts'

/** What the page says of the design. */
export interface ExperimentSummary {
  readonly name: string
  readonly hypothesis: string
  readonly isArchived: boolean
}

const MOST_ARCHIVED = 200

/** The design by its id; null when there is none, or when it is archived beyond the newest ones. */
export function useExperiment(api: VerdictClient, id: string) {
  return useQuery({
    queryKey: ['experiment', id],
    queryFn: async (): Promise<ExperimentSummary | null> => {
      try {
        const path = { project_id: id }
        const { project_name, payload } = await dataOf(api.GET('/api/v1/projects/{project_id}', { params: { path } }))
        return { name: project_name, hypothesis: payload.hypothesis.hypothesis_statement, isArchived: false }
      } catch (error) {
        if (statusOf(error) !== 404) throw error
        return findArchived(api, id)
      }
    },
    staleTime: 60_000,
  })
}

// The API hides an archived design, but lists it.
async function findArchived(api: VerdictClient, id: string): Promise<ExperimentSummary | null> {
  const query = { status: 'archived', limit: MOST_ARCHIVED } as const
  const { projects } = await dataOf(api.GET('/api/v1/projects', { params: { query } }))
  const found = projects.find(project => project.id === id)
  return found === undefined ? null : { name: found.project_name, hypothesis: found.hypothesis ?? '', isArchived: true }
}
