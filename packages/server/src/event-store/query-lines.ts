/**
 * Repeats each line that holds a placeholder such as {metric} once for each index of that list, and for each combination
 * where it holds several. Only integers of ours get into the text; values are bound.
 */
export function repeatLines(text: string, indexes: Readonly<Record<string, readonly number[]>>): string {
  return text
    .split('\n')
    .flatMap(line => repeatLine(line, Object.entries(indexes)))
    .join('\n')
}

/** For repeatLines: lines that are there only on a condition. */
export function linesIf(condition: boolean): readonly number[] {
  return condition ? [0] : []
}

type Lists = readonly (readonly [string, readonly number[]])[]

function repeatLine(line: string, lists: Lists): string[] {
  const list = lists.find(([name]) => line.includes(`{${name}}`))
  if (line.startsWith('--') || list === undefined) return [line]
  const [name, indexes] = list
  return indexes.flatMap(index => repeatLine(line.replaceAll(`{${name}}`, String(index)), lists))
}
