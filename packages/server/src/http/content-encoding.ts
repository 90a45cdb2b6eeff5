export type Encoding = 'br' | 'gzip' | 'identity'

/** The form that Accept-Encoding likes best; of those it likes alike the smallest. Without the header: as it is. */
export function bestEncoding(accepted: string | undefined): Encoding {
  const weights = new Map((accepted ?? '').split(',').map(weightOf))
  const others = weights.get('*') ?? 0
  const [br, gzip] = [weights.get('br') ?? others, weights.get('gzip') ?? weights.get('x-gzip') ?? others]
  const plain = weights.get('identity') ?? 0
  if (br > 0 && br >= gzip && br >= plain) return 'br'
  return gzip > 0 && gzip >= plain ? 'gzip' : 'identity'
}

function weightOf(entry: string): readonly [coding: string, weight: number] {
  const [coding = '', ...parameters] = entry.split(';').map(part => part.trim().toLowerCase())
  const q = parameters.find(parameter => parameter.startsWith('q='))
  const weight = q === undefined ? 1 : Number(q.slice(2))
  return [coding, weight > 0 && weight <= 1 ? weight : 0]
}
