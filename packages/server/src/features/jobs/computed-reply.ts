import type { Session } from '../../http/auth.ts'
import { type Reply, reply } from '../../http/route.ts'
import { languageHeaders, type Speech } from '../../http/speech.ts'
import type { Computation } from '../../jobs/computation.ts'
import type { Compute } from '../../jobs/compute.ts'
import type { JobRegistry } from '../../jobs/job-registry.ts'
import { jobResponse } from './job-schema.ts'

export interface ComputingDeps {
  readonly compute: Compute
  readonly jobs: JobRegistry
}

/** What a computed answer needs of its request. */
export interface ComputingRequest {
  readonly session: Session
  readonly requestId: string
  readonly speech: Speech
  departure(): AbortSignal
  header(name: string): string | undefined
  bodyDigest(): string
}

/** Only work that takes longer is worth a job. */
const JOB_FROM_MS = 2000

/** Answers with what a computation gives; with a job where it takes long and the caller would rather not wait. */
export async function computedReply<I, O>(
  request: ComputingRequest,
  { compute, jobs }: ComputingDeps,
  computation: Computation<I, O>,
  input: I,
  print: (output: O) => unknown,
): Promise<Reply> {
  if (!prefersJob(request) || computation.foreseenMs(input) < JOB_FROM_MS) {
    const output = await compute.run(computation, input, request)
    return reply(200, await print(output), languageHeaders(request.speech))
  }
  const job = await jobs.start(request.session.actor, async (signal, onStart) =>
    print(await compute.run(computation, input, { bodyDigest: request.bodyDigest, departure: () => signal, onStart })),
  )
  const headers = { location: `/api/v1/jobs/${job.id}`, 'preference-applied': 'respond-async' }
  return reply(202, jobResponse(job, request.requestId, request.speech), headers)
}

function prefersJob({ header }: ComputingRequest): boolean {
  const preferences = (header('prefer') ?? '').split(',').map(preference => preference.trim().toLowerCase())
  return preferences.includes('respond-async')
}
