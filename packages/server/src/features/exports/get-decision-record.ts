import { Type } from 'typebox'
import { reply, route } from '../../http/route.ts'
import { JsonObject, nullable } from '../../http/schema.ts'
import { speechOf } from '../../http/speech.ts'
import { ExperimentParams } from '../experiments/experiment-params.ts'
import { attachmentHeaders, slugOf } from './document/attachment.ts'
import { type ReadingDeps, readExperiment } from './read-experiment.ts'
import { canonicalJson } from './record/canonical-json.ts'
import { decisionRecord } from './record/decision-record.ts'
import { sealRecord } from './record/record-seal.ts'

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' })

const DecisionRecord = Type.Object(
  { record: JsonObject, sha256: Sha256, hmac_sha256: nullable(Sha256) },
  { title: 'DecisionRecord' },
)

export const getDecisionRecord = route({
  method: 'GET',
  path: '/api/v1/experiments/{experiment_id}/decision-record',
  operationId: 'getDecisionRecord',
  tag: 'reports',
  summary: 'The decision with what it rests on, sealed',
  description:
    'Canonical JSON (RFC 8785). sha256 is of the canonical record; hmac_sha256 with AB_WORKSPACE_SIGNING_KEY, null without.',
  scope: 'read',
  params: ExperimentParams,
  responses: { 200: DecisionRecord },
  errors: [404, 503],
  async handle({ params }, deps: ReadingDeps & { readonly workspaceSigningKey: string | null }) {
    const reading = await readExperiment(params.experiment_id, deps, speechOf('en'))
    const sealed = sealRecord(decisionRecord(reading), deps.workspaceSigningKey)
    const file = `${slugOf(reading.project.projectName)}-decision-record.json`
    return reply(200, canonicalJson(sealed), attachmentHeaders(file, 'application/json; charset=utf-8'))
  },
})
