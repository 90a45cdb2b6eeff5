import { existsSync, readFileSync } from 'node:fs'

/** From source the queries lie a folder up, in the bundle beside the script. */
const FOLDERS = ['./queries/', '../queries/']

/**
 * The text of a question. In it `visible(t)` says that the row of t belongs to the experiment and counts in the snapshot;
 * values are bound as {experiment_id:String} and {bounds:Array(UInt64)}. `corrected_first(t)` orders the rows of a person:
 * the last correction, or else the first that was written, stands first.
 */
export function readQuestion(name: string): string {
  const candidates = FOLDERS.map(folder => new URL(`${folder}${name}.clickhouse.sql`, import.meta.url))
  const file = candidates.find(candidate => existsSync(candidate))
  if (file === undefined) throw new Error(`There is no ClickHouse query named ${name}.`)
  return readFileSync(file, 'utf8')
    .replaceAll(/visible\((\w+)\)/g, (_, table: string) => visible(table))
    .replaceAll(/corrected_first\((\w+)\)/g, 'if($1.is_correction = 1, -toInt64($1.sequence), toInt64($1.sequence))')
}

function visible(table: string): string {
  const bound = `{bounds:Array(UInt64)}[bitShiftRight(${table}.sequence, 32) + 1]`
  return `${table}.experiment_id = {experiment_id:String} and ${table}.sequence <= ${bound}`
}
