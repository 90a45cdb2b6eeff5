/** What Slack is told of a project. */
export interface SlackProject {
  readonly id: string
  readonly name: string
  readonly lastAnalysisAt: string | null
  readonly sampleSize: number | null
  readonly durationDays: number | null
}

/** Active projects, as Slack asks for them. */
export interface SlackProjects {
  listNewest(limit: number): Promise<readonly SlackProject[]>
  find(id: string): Promise<SlackProject | null>
}
