import { BlockList } from 'node:net'

import { parseIp, toText } from './ipAddress.ts'

/** Whether a host is in the local network: loopback and private addresses, names without a dot, `.local` and the like. */
export function isLocalHost(host: string): boolean {
  const name = host.toLowerCase().replaceAll(/^\[|\]$/g, '')
  return isLocalName(name) || isPrivateV4(name) || /^(::1$|f[cd][0-9a-f]{2}:|fe80:)/.test(name)
}

/** Whether a host is this machine, as programs on it or in a container on it name it. */
export const isThisMachine = (host: string): boolean =>
  isLoopbackHost(host) || host.toLowerCase() === 'host.docker.internal'

/** Whether a host is a loopback address in any form, or a name that always means one. */
export function isLoopbackHost(host: string): boolean {
  const address = parseIp(host)
  if (address === null) return /^(.+\.)?localhost\.?$/i.test(host)
  return loopback.check(toText(address), address.length === 4 ? 'ipv4' : 'ipv6')
}

/** Also matches these addresses inside mapped ones of version 6. */
const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

function isLocalName(name: string): boolean {
  return (!/[.:]/.test(name) && name !== '') || /\.(local|lan|internal|localhost|home\.arpa)$/.test(name)
}

function isPrivateV4(name: string): boolean {
  const parts = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(name)
  if (parts === null) return false
  const [first, second] = [Number(parts[1]), Number(parts[2])]
  return [0, 10, 127].includes(first) || (first === 172 && second >= 16 && second <= 31) || isHomeNetwork(first, second)
}

const isHomeNetwork = (first: number, second: number): boolean => first === 192 && second === 168
