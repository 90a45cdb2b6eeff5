import { BlockList, isIP } from 'node:net'

export interface ProxyTrust {
  readonly hops: number
  /** IP or CIDR; empty trusts every peer. */
  readonly proxies: readonly string[]
}

/** The address that limits and audit rows go by: the hop that our own proxies vouch for, else the socket's peer. */
export function clientAddress(peer: string | undefined, forwardedFor: string | undefined, trust: ProxyTrust): string {
  return vouchedAddress(peer, forwardedFor, trust) ?? peer ?? 'unknown'
}

/** The address of the hop that our own proxies vouch for; null when they vouch for none. */
export function vouchedAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  { hops, proxies }: ProxyTrust,
): string | null {
  if (hops === 0 || forwardedFor === undefined) return null
  if (proxies.length > 0 && !isTrusted(peer ?? 'unknown', proxies)) return null
  const chain = forwardedChain(forwardedFor)
  const claimed = chain[chain.length - hops]
  return claimed !== undefined && isIP(claimed) !== 0 ? claimed : null
}

/** What X-Forwarded-For says, the farthest first. */
export function forwardedChain(forwardedFor: string | undefined): readonly string[] {
  return (forwardedFor ?? '')
    .split(',')
    .map(entry => entry.trim())
    .filter(entry => entry !== '')
}

/** Whether the text names an IP address, or a network in CIDR notation. */
export function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits] = text.split('/')
  const family = isIP(address)
  if (family === 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

// A request is no time to parse settings: each list is read once.
const blockLists = new WeakMap<readonly string[], BlockList>()

function isTrusted(peer: string, networks: readonly string[]): boolean {
  const list = blockLists.get(networks) ?? newBlockList(networks)
  blockLists.set(networks, list)
  const plain = peer.startsWith('::ffff:') ? peer.slice(7) : peer
  return isIP(plain) !== 0 && list.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
}

function newBlockList(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    list.addSubnet(address, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family)
  }
  return list
}
