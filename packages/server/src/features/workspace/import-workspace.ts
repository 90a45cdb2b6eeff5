import { route } from '../../http/route.ts'
import { EXAMPLE_BUNDLE } from './bundle-example.ts'
import { bundleIssues } from './bundle-rules.ts'
import { WorkspaceBundle } from './bundle-schema.ts'
import { checkBundle } from './check-bundle.ts'
import { type ImportDeps, importBundle } from './import-bundle.ts'
import { WorkspaceImportResponse } from './workspace-schema.ts'

export const importWorkspace = route({
  method: 'POST',
  path: '/api/v1/workspace/import',
  operationId: 'importWorkspace',
  tag: 'workspace',
  summary: 'Add the projects of a bundle to this workspace',
  description:
    'Takes versions 1 to 3 of the earlier system and version 4. Everything gets new ids, so the same bundle twice makes everything twice; with an Idempotency-Key a retry within 24 hours imports nothing. Whole or not at all.',
  scope: 'write',
  bodySize: 'workspace',
  body: WorkspaceBundle,
  example: EXAMPLE_BUNDLE,
  rules: [bundleIssues],
  responses: { 200: WorkspaceImportResponse },
  errors: [400, 409, 503],
  async handle(request, deps: ImportDeps & { readonly workspaceSigningKey: string | null }) {
    const checked = checkBundle(request.body, request.rawBody(), deps.workspaceSigningKey)
    return importBundle(checked, request, deps)
  },
})
