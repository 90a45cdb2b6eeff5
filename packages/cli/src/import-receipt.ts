import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/** What an import has done so far, beside the project file: the same command again goes on where it stopped. */
export interface ImportReceipt {
  readonly place: string
  readonly projectDigest: string
  readonly projectId: string
  /** Rows acknowledged, by source. */
  readonly acknowledged: Readonly<Record<string, number>>
}

export function receiptPath(projectFile: string): string {
  return `${projectFile}.import.json`
}

/** The receipt of an import of this project to this place; null when there is none, or it is of another. */
export function findReceipt(path: string, place: string, projectDigest: string): ImportReceipt | null {
  if (!existsSync(path)) return null
  const receipt = JSON.parse(readFileSync(path, 'utf8')) as ImportReceipt
  return receipt.place === place && receipt.projectDigest === projectDigest ? receipt : null
}

/** Written whole or not at all. */
export function writeReceipt(path: string, receipt: ImportReceipt): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(receipt, null, 2)}\n`)
  renameSync(`${path}.new`, path)
}
