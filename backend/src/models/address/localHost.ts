/** Whether a host is in the local network: loopback and private addresses, names without a dot, `.local` and the like. */
export function isLocalHost(host: string): boolean {
  const name = host.toLowerCase().replaceAll(/^\[|\]$/g, '')
  return isLocalName(name) || isPrivateV4(name) || /^(::1$|f[cd][0-9a-f]{2}:|fe80:)/.test(name)
}

/** Whether a host is this machine, as programs on it or in a container on it name it. */
export const isThisMachine = (host: string): boolean =>
  isLoopbackHost(host) || host.toLowerCase() === 'host.docker.internal'

/** Whether a host is a loopback address. */
export const isLoopbackHost = (host: string): boolean =>
  /^(localhost|.*\.localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host.toLowerCase())

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
