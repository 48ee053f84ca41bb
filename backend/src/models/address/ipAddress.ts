import { isIP } from 'node:net'

/** The bytes of an address: 4 or 16. */
export type IpBytes = readonly number[]

/**
 * The bytes of an IP address; null for a name. Reads every form that a URL can have: decimal, octal, hexadecimal and
 * shortened IPv4, brackets, a zone, a dot at the end.
 */
export function parseIp(host: string): IpBytes | null {
  const plain = host.replace(/^\[(.*)\]$/s, '$1').split('%', 1)[0] ?? ''
  const url = URL.parse(isIP(plain) === 6 ? `http://[${plain}]` : `http://${plain}`)
  const isHostOnly = isIP(plain) === 6 || !/[/?#@:\\]/.test(plain)
  if (url === null || !isHostOnly) return null
  if (url.hostname.startsWith('[')) return bytesOfV6(url.hostname.slice(1, -1))
  return isIP(url.hostname) === 4 ? url.hostname.split('.').map(Number) : null
}

/** Of the form that the URL parser gives: hexadecimal groups, with at most one `::`. */
function bytesOfV6(address: string): IpBytes {
  const [head = [], tail] = address.split('::').map((side) => side.split(':').filter((group) => group !== ''))
  const missing = tail === undefined ? 0 : GROUPS - head.length - tail.length
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...(tail ?? [])]
  return groups.map((group) => Number.parseInt(group, 16)).flatMap((group) => [group >> 8, group & 0xff])
}

const GROUPS = 8

/** Decimal parts of version 4, hexadecimal groups of version 6. */
export function toText(address: IpBytes): string {
  if (address.length === 4) return address.join('.')
  return Array.from({ length: GROUPS }, (_, at) => groupAt(address, at).toString(16)).join(':')
}

const groupAt = (address: IpBytes, at: number): number => ((address[at * 2] ?? 0) << 8) | (address[at * 2 + 1] ?? 0)
