import { BlockList, isIP } from 'node:net'

/**
 * Whether a host, a name or an address, is blocked: link-local addresses and the metadata services of clouds, which
 * hand out credentials. Loopback and private addresses are allowed, because local models run there.
 */
export function isForbiddenHost(host: string): boolean {
  const name = host.toLowerCase().replaceAll(/^\[|\]$|\.$/g, '')
  const family = isIP(name)
  if (family === 0) return METADATA_NAMES.has(name)
  return forbidden.check(name, family === 4 ? 'ipv4' : 'ipv6')
}

const METADATA_NAMES: ReadonlySet<string> = new Set([
  'metadata',
  'metadata.google.internal',
  'metadata.goog',
  'instance-data',
  'instance-data.ec2.internal',
])

const forbidden = new BlockList()
forbidden.addSubnet('169.254.0.0', 16, 'ipv4')
// The same through an IPv6 gateway.
forbidden.addSubnet('64:ff9b::a9fe:0', 112, 'ipv6')
forbidden.addAddress('100.100.100.200', 'ipv4')
forbidden.addAddress('192.0.0.192', 'ipv4')
forbidden.addSubnet('fe80::', 10, 'ipv6')
forbidden.addAddress('fd00:ec2::254', 'ipv6')
