import { lookup as lookUp } from 'node:dns'
import type { LookupFunction } from 'node:net'

import { isForbiddenHost } from '../address/forbiddenHost.ts'

/** A name or address that only the machine itself may ask. */
export class ForbiddenHostError extends Error {
  override readonly name = 'ForbiddenHostError'
  readonly code = 'forbidden-host'

  constructor(host: string) {
    super(`${host} belongs to the machine itself and is never asked.`)
  }
}

/** Looks a name up, and refuses it if any of its addresses is forbidden: a name may lead anywhere. */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, '', 0)
    const [first] = addresses
    if (first === undefined) return callback(new Error(`${hostname} has no address.`), '', 0)
    if (addresses.some(({ address }) => isForbiddenHost(address)))
      return callback(new ForbiddenHostError(hostname), '', 0)
    if (options.all === true) callback(null, addresses)
    else callback(null, first.address, first.family)
  })
}
