import { existsSync, readFileSync } from 'node:fs'

/** From source the queries lie a folder up, in the bundle beside the script. */
const FOLDERS = ['./queries/', '../queries/']

export function readQuery(name: string): string {
  const candidates = FOLDERS.map(folder => new URL(`${folder}${name}.duckdb.sql`, import.meta.url))
  const file = candidates.find(candidate => existsSync(candidate))
  if (file === undefined) throw new Error(`There is no query named ${name}.`)
  return readFileSync(file, 'utf8')
}
