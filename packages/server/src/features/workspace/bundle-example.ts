import { EXAMPLE_PROJECT } from '../projects/project-example.ts'

/** A bundle of the first version, which needs no checksum. */
export const EXAMPLE_BUNDLE = {
  schema_version: 1,
  generated_at: '2026-05-01T09:00:00Z',
  projects: [
    {
      id: 'checkout',
      project_name: EXAMPLE_PROJECT.project.project_name,
      payload_schema_version: 1,
      created_at: '2026-04-01T09:00:00Z',
      updated_at: '2026-04-02T09:00:00Z',
      payload: EXAMPLE_PROJECT,
    },
  ],
  analysis_runs: [],
  export_events: [],
}
