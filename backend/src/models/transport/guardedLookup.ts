import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns'
import type { LookupFunction } from 'node:net'

import { isForbiddenHost } from '../address/forbiddenHost.ts'

/** The request goes to a blocked host. */
export class ForbiddenHostError extends Error {
  override readonly name = 'ForbiddenHostError'
  readonly code = 'forbidden-host'

  constructor(host: string) {
    super(`${host} is a blocked internal address.`)
  }
}

/** Finds all addresses of a name. */
export type LookUp = (
  hostname: string,
  options: LookupOptions & { readonly all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** Resolves a name for each new connection, and rejects it if any of its addresses is blocked. */
export function createGuardedLookup(lookUp: LookUp = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '', 0)
      const [first] = addresses
      if (first === undefined) return callback(new Error(`${hostname} can't be resolved.`), '', 0)
      if (addresses.some(({ address }) => isForbiddenHost(address)))
        return callback(new ForbiddenHostError(hostname), '', 0)
      if (options.all === true) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}
