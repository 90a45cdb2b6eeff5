/** An element of the SVG that our charts draw. */
export interface SvgNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (SvgNode | string)[]
}

interface OpenNode extends SvgNode {
  readonly children: (SvgNode | string)[]
}

/** Reads the SVG that React writes: well formed, with the five entities, without comments. */
export function svgNodes(svg: string): SvgNode {
  const root: OpenNode = { name: 'root', attributes: {}, children: [] }
  const open: OpenNode[] = [root]
  for (const [, closing, name, attributes = '', isEmpty, text] of svg.matchAll(TOKEN)) {
    const parent = open.at(-1)!
    if (text !== undefined) parent.children.push(decoded(text))
    else if (closing !== undefined) open.pop()
    else {
      const node: OpenNode = { name: name!, attributes: attributesOf(attributes), children: [] }
      parent.children.push(node)
      if (isEmpty === '') open.push(node)
    }
  }
  return root.children[0] as SvgNode
}

const TOKEN = /<(?:(\/)[\w-]+|([\w-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?))>|([^<]+)/g
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g

function attributesOf(source: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...source.matchAll(ATTRIBUTE)].map(([, name, value]) => [name!, decoded(value!)]))
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }

function decoded(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name: string) => ENTITIES[name]!)
}
