/** Who asks for an analysis. */
export interface AnalysisCaller {
  readonly actor: string
  readonly requestId: string
  readonly clientAddress: string
}

export type AnalysisOutcome = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/** Sizes a project as it stands and keeps the result as its newest analysis run. */
export type AnalysisRunner = (projectId: string, caller: AnalysisCaller) => Promise<AnalysisOutcome>
