/** Ours. */
export const BUNDLE_VERSION = 4

/** Made by the earlier system. */
export const LEGACY_VERSIONS: readonly number[] = [1, 2, 3]

/** What the checksum of our own version covers, in the order in which it is written; `execution` only where it stands. */
export const BUNDLE_KEYS = [
  'analysis_runs',
  'execution',
  'export_events',
  'generated_at',
  'project_revisions',
  'projects',
  'schema_version',
  'templates',
] as const
