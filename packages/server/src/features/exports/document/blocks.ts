import type { Speech } from '../../../http/speech.ts'
import type { Block, Section } from './report-document.ts'

/** A list, or a line that says that there is nothing to list. */
export function listBlock(items: readonly string[], { words }: Speech): Block {
  return items.length > 0 ? { kind: 'list', items } : { kind: 'list', items: [words.exports.frame.none] }
}

/** Lists under their names. */
export function namedLists(
  lists: readonly (readonly [title: string, items: readonly string[]])[],
  speech: Speech,
): readonly Block[] {
  return lists.flatMap(([text, items]) => [{ kind: 'subheading', text } as const, listBlock(items, speech)])
}

/** Sections without a block are left out. */
export function filledSections(sections: readonly Section[]): readonly Section[] {
  return sections.filter(({ blocks }) => blocks.length > 0)
}
