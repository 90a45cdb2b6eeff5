/** Lists of texts, one a project. */
export type Lists = readonly (readonly string[])[]

const MOST_FREQUENT = 5

/** What stands in every list, once, as the first has it. */
export function inAll([first = [], ...others]: Lists): string[] {
  return [...new Set(first)].filter(text => others.every(list => list.includes(text)))
}

/** What stands in the list at an index and in no other, once. */
export function onlyIn(index: number, lists: Lists): string[] {
  return [...new Set(lists[index])].filter(text =>
    lists.every((list, other) => other === index || !list.includes(text)),
  )
}

/** The five texts that stand in the most lists, and in how many; of equals the one that was read first. */
export function mostFrequent(lists: Lists): readonly { readonly text: string; readonly count: number }[] {
  return [...new Set(lists.flat())]
    .map(text => ({ text, count: lists.filter(list => list.includes(text)).length }))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_FREQUENT)
}
