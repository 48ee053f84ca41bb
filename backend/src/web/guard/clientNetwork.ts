import { type IpBytes, parseIp, toText } from '../../models/address/ipAddress.ts'
import { isLoopbackHost } from '../../models/address/localHost.ts'

/**
 * What attempts are counted by: an address of version 4, or the network of 64 bits around one of version 6, because
 * each of its machines can use any of its addresses. The address of a client that has hung up is unknown.
 */
export function clientNetwork(ip: string | undefined): string {
  if (ip === undefined) return ''
  const address = parseIp(ip.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1'))
  if (address === null) return ip.slice(0, MAX_LENGTH)
  if (address.length === 4) return toText(address)
  return isMapped(address) ? toText(address.slice(12)) : `${toText([...address.slice(0, 8), ...NO_HOST])}/64`
}

export const isLocalClient = (ip: string | undefined): boolean => ip !== undefined && isLoopbackHost(ip)

const MAX_LENGTH = 64
const NO_HOST: IpBytes = [0, 0, 0, 0, 0, 0, 0, 0]

const isMapped = (address: IpBytes): boolean =>
  address.slice(0, 10).every((byte) => byte === 0) && address[10] === 0xff && address[11] === 0xff
