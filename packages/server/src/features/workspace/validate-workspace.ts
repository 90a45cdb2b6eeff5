import { reply, route } from '../../http/route.ts'
import { EXAMPLE_BUNDLE } from './bundle-example.ts'
import { bundleIssues } from './bundle-rules.ts'
import { WorkspaceBundle } from './bundle-schema.ts'
import { checkBundle } from './check-bundle.ts'
import { WorkspaceValidationResponse } from './workspace-schema.ts'

export const validateWorkspace = route({
  method: 'POST',
  path: '/api/v1/workspace/validate',
  operationId: 'validateWorkspace',
  tag: 'workspace',
  summary: 'Check a bundle as an import does, and write nothing',
  description: 'Checks what an import would check, in the same order, and stores nothing.',
  scope: 'write',
  bodySize: 'workspace',
  body: WorkspaceBundle,
  example: EXAMPLE_BUNDLE,
  rules: [bundleIssues],
  responses: { 200: WorkspaceValidationResponse },
  errors: [400],
  handle(request, { workspaceSigningKey }: { readonly workspaceSigningKey: string | null }) {
    const { bundle, counts, checksum, isSignatureVerified } = checkBundle(
      request.body,
      request.rawBody(),
      workspaceSigningKey,
    )
    return reply(200, {
      status: 'valid',
      schema_version: bundle.schema_version,
      counts,
      checksum_sha256: checksum,
      signature_verified: isSignatureVerified,
    })
  },
})
