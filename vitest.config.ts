import { configDefaults, defineConfig } from 'vitest/config'

const ON_POSTGRES = [
  'packages/server/src/features/{access,advice,audit,comparison,demo,exports,jobs,projects,reports,retention,sdk}/**/*.test.ts',
  'packages/server/src/features/{slack,templates,webhooks,workspace}/**/*.test.ts',
  'packages/server/src/jobs/job-registry.test.ts',
  'packages/server/src/features/system/on-postgres.test.ts',
  'packages/server/src/features/readout/{readout,take-due-looks,estimators}.test.ts',
  'packages/server/src/several-processes.test.ts',
]

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'default',
          include: ['packages/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: [...configDefaults.exclude, '**/dist/**', '**/several-processes.test.ts', '**/on-postgres.test.ts'],
        },
      },
      {
        // The control plane once more, on a real PostgreSQL.
        extends: true,
        test: {
          name: 'postgres',
          include: ON_POSTGRES,
          env: { VERDICT_TEST_ON_POSTGRES: '1' },
          globalSetup: ['packages/server/src/database/test-engine/postgres-setup.ts'],
        },
      },
    ],
  },
})
