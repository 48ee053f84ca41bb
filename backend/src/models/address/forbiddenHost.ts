import { BlockList } from 'node:net'
import { trimCharacters } from '@llm-gamebook/story'

import { embeddedAddresses, translatedAddresses } from './embeddedAddresses.ts'
import { type IpBytes, parseIp, toText } from './ipAddress.ts'

/**
 * Whether a host, a name or an address in any form, is blocked: link-local addresses and the metadata services of
 * clouds, which hand out credentials. Loopback and private addresses are allowed, because local models run there.
 */
export function isForbiddenHost(host: string): boolean {
  const address = parseIp(host)
  if (address === null) return METADATA_NAMES.has(trimCharacters(host.toLowerCase(), /\./, 'end'))
  if (address.length === 4) return isForbiddenV4(address)
  return (
    forbidden.check(toText(address), 'ipv6') ||
    embeddedAddresses(address).some(isForbiddenV4) ||
    translatedAddresses(address).some((translated) => METADATA_V4.includes(toText(translated)))
  )
}

const METADATA_NAMES: ReadonlySet<string> = new Set([
  'metadata',
  'metadata.azure.internal',
  'metadata.goog',
  'metadata.google.internal',
  'metadata.tencentyun.com',
  'instance-data',
  'instance-data.ec2.internal',
])

/** Of AWS and most others, of containers on AWS, of Alibaba, of the host of a machine on Azure, of Oracle. */
const METADATA_V4: readonly string[] = [
  '169.254.169.254',
  '169.254.170.2',
  '169.254.170.23',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
]

const forbidden = new BlockList()
for (const address of METADATA_V4) forbidden.addAddress(address, 'ipv4')
forbidden.addSubnet('169.254.0.0', 16, 'ipv4')
forbidden.addSubnet('fe80::', 10, 'ipv6')
// The private ranges that clouds use for their own services: AWS, Google, Oracle, Linode, Scaleway.
forbidden.addSubnet('fd00:ec2::', 32, 'ipv6')
forbidden.addSubnet('fd20:ce::', 48, 'ipv6')
forbidden.addSubnet('fd00:c1::', 32, 'ipv6')
forbidden.addSubnet('fd00:a9fe:a9fe::', 48, 'ipv6')
forbidden.addAddress('fd00:42::42', 'ipv6')

const isForbiddenV4 = (address: IpBytes): boolean => forbidden.check(toText(address), 'ipv4')
