import bidiFactory, { type EmbeddingLevels } from 'bidi-js'
import type { Family } from './font-files.ts'
import { INVISIBLE } from './pdf-fonts.ts'

/** A stretch of a line in one font and one direction, ready to be drawn. */
export interface Run {
  readonly text: string
  readonly family: Family
}

interface LevelRun extends Run {
  readonly level: number
}

const bidi = bidiFactory()

/** The levels of a text in a line that runs from a side, or by the first strong letter. */
export function levelsOf(text: string, base: 'ltr' | 'rtl' | 'auto'): EmbeddingLevels {
  return bidi.getEmbeddingLevels(text, base)
}

/**
 * The runs of one line from left to right. pdfkit shapes a run whole, but knows nothing of the order of runs: that is made
 * here, by rule L2 of UAX 9. The font engine itself turns a run of Arabic letters; one of signs alone is turned here.
 */
export function visualRuns(
  text: string,
  { levels }: EmbeddingLevels,
  [start, end]: readonly [number, number],
  familyOf: (character: string, neighbour: Family | null) => Family,
): readonly Run[] {
  if (end <= start) return []
  const mirrored = bidi.getMirroredCharactersMap(text, levels, start, end - 1)
  const runs: LevelRun[] = []
  let index = start
  while (index < end) {
    const character = String.fromCodePoint(text.codePointAt(index)!)
    addCharacter(runs, mirrored.get(index) ?? character, levels[index]!, familyOf)
    index += character.length
  }
  return reordered(runs).map(({ text: run, family, level }) => ({ text: level % 2 === 1 ? turned(run) : run, family }))
}

function addCharacter(
  runs: LevelRun[],
  character: string,
  level: number,
  familyOf: (character: string, neighbour: Family | null) => Family,
): void {
  if (INVISIBLE.test(character)) return
  const last = runs.at(-1)
  const family = familyOf(character, last?.level === level ? last.family : null)
  if (last?.level === level && last.family === family) runs[runs.length - 1] = { ...last, text: last.text + character }
  else runs.push({ text: character, family, level })
}

// From the highest level down to the lowest odd one, every stretch at that level or above is turned.
function reordered(runs: readonly LevelRun[]): readonly LevelRun[] {
  const ordered = [...runs]
  const highest = Math.max(0, ...runs.map(({ level }) => level))
  for (let level = highest; level >= 1; level -= 1) {
    let from = 0
    while (from < ordered.length) {
      let to = from
      while (to < ordered.length && ordered[to]!.level >= level) to += 1
      ordered.splice(from, to - from, ...ordered.slice(from, to).reverse())
      from = Math.max(to, from + 1)
    }
  }
  return ordered
}

function turned(run: string): string {
  return /\p{Script=Arabic}/u.test(run) ? run : [...run].reverse().join('')
}
