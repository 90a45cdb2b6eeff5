import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { badRequest } from '../../http/errors.ts'
import { canonicalText } from './bundle-canonical.ts'
import { requireReferences } from './bundle-references.ts'
import type { Bundle, BundleCounts } from './bundle-schema.ts'
import { BUNDLE_VERSION, LEGACY_VERSIONS } from './bundle-versions.ts'

export interface CheckedBundle {
  readonly bundle: Bundle
  readonly counts: BundleCounts
  readonly checksum: string
  readonly isSignatureVerified: boolean
}

/** Every check of a bundle, in the order of the contract; the body is needed as it was sent, for the checksum covers that. */
export function checkBundle(parsed: Bundle, body: Buffer, signingKey: string | null): CheckedBundle {
  const { schema_version: version, integrity } = parsed
  if (version !== BUNDLE_VERSION && !LEGACY_VERSIONS.includes(version)) {
    throw badRequest({ key: 'workspaceVersion', values: { version } }, 'workspace_schema_unsupported')
  }
  if (integrity === null && version > 1) {
    throw badRequest({ key: 'workspaceIntegrity' }, 'workspace_integrity_required')
  }
  const bundle = version === BUNDLE_VERSION ? parsed : { ...parsed, templates: [], execution: null }
  const counts = countsOf(bundle)
  if (integrity !== null) requireCounts(integrity.counts, counts)
  const text = canonicalText(version, body)
  const checksum = createHash('sha256').update(text).digest('hex')
  if (integrity !== null) requireChecksum(integrity.checksum_sha256, checksum)
  const isSignatureVerified =
    integrity !== null && requireSignature(integrity.signature_hmac_sha256, text, signingKey) === 'verified'
  requireReferences(bundle, integrity !== null)
  return { bundle, counts, checksum, isSignatureVerified }
}

function countsOf({ projects, analysis_runs, export_events, project_revisions, templates, execution }: Bundle) {
  const rows = (execution ?? []).flatMap(entry =>
    Object.values(entry).map(list => (Array.isArray(list) ? list.length : 0)),
  )
  return {
    projects: projects.length,
    analysis_runs: analysis_runs.length,
    export_events: export_events.length,
    project_revisions: project_revisions.length,
    templates: templates.length,
    execution_rows: rows.reduce((sum, length) => sum + length, 0),
  }
}

function requireCounts(told: BundleCounts, counted: BundleCounts): void {
  const names = Object.keys(counted) as (keyof BundleCounts)[]
  const collection = names.find(name => told[name] !== counted[name])
  if (collection === undefined) return
  const values = { collection, told: told[collection], counted: counted[collection] }
  throw badRequest({ key: 'workspaceCounts', values }, 'workspace_integrity_counts_mismatch')
}

function requireChecksum(told: string, computed: string): void {
  if (told.trim() === '') {
    throw badRequest({ key: 'workspaceChecksumMissing' }, 'workspace_integrity_checksum_missing')
  }
  if (told !== computed) throw badRequest({ key: 'workspaceChecksum' }, 'workspace_integrity_checksum_mismatch')
}

function requireSignature(told: string | null, text: string, signingKey: string | null): 'verified' | 'unsigned' {
  const isSigned = told !== null && told.trim() !== ''
  if (signingKey === null) {
    if (!isSigned) return 'unsigned'
    throw badRequest({ key: 'workspaceSignatureUnverifiable' }, 'workspace_signature_verification_unavailable')
  }
  if (!isSigned) throw badRequest({ key: 'workspaceSignatureRequired' }, 'workspace_signature_required')
  const computed = createHmac('sha256', signingKey).update(text).digest('hex')
  if (!isSame(told, computed)) throw badRequest({ key: 'workspaceSignature' }, 'workspace_signature_mismatch')
  return 'verified'
}

// Digests first, so that the time it takes tells nothing of the length or of a common prefix.
function isSame(told: string, computed: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(told), digest(computed))
}
