import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { StudyRow } from './decision-studies.ts'
import type { DecisionShares } from './decision-study.ts'

export interface StudyResult extends DecisionShares {
  readonly name: string
  readonly asked: StudyRow['asked']['what']
  readonly aim: number
  readonly pass: boolean
}

/** The dated file of results; it is written after every row, so that a run that was broken off goes on where it was. */
export class StudyResults {
  readonly #head: { readonly date: string; readonly runs: number; readonly seed: number }
  readonly #path: string
  readonly #rows = new Map<string, StudyResult>()

  constructor(name: string, head: { readonly date: string; readonly runs: number; readonly seed: number }) {
    this.#head = head
    const folder = fileURLToPath(new URL('results/', import.meta.url))
    mkdirSync(folder, { recursive: true })
    this.#path = `${folder}${name}.json`
    if (!existsSync(this.#path)) return
    const { rows } = JSON.parse(readFileSync(this.#path, 'utf8')) as { readonly rows: readonly StudyResult[] }
    for (const row of rows) this.#rows.set(row.name, row)
  }

  /** Whether the row stands there with as many runs. */
  has(name: string): boolean {
    return (this.#rows.get(name)?.runs ?? 0) >= this.#head.runs
  }

  add(row: StudyResult): void {
    this.#rows.set(row.name, row)
    const file = { ...this.#head, rows: [...this.#rows.values()] }
    writeFileSync(this.#path, `${JSON.stringify(file, null, 2)}\n`)
  }

  get failed(): number {
    return [...this.#rows.values()].filter(({ pass }) => !pass).length
  }
}

/** Shares may not exceed what is allowed, or not fall short of the power, by more than three Monte Carlo errors. */
export function judgeShares({ name, asked }: StudyRow, shares: DecisionShares, looksEarly: boolean): StudyResult {
  const aim = asked.what === 'look crossed' ? asked.power : asked.most
  const error = Math.sqrt((aim * (1 - aim)) / shares.runs)
  const seen = {
    'ever shipped': shares.everShipped,
    'ever vetoed': shares.everVetoed,
    'look crossed': shares.lookCrossed,
  }[asked.what]
  // A fixed look is taken at 95 % of the information, so it may find the effect a little less often than planned.
  const slack = looksEarly ? 0.03 : 0
  const pass = asked.what === 'look crossed' ? seen >= aim - slack - 3 * error : seen <= aim + 3 * error
  return { name, asked: asked.what, aim, ...shares, pass }
}
