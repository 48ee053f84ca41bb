import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { Socket } from 'node:net'

import { isForbiddenHost } from '../address/forbiddenHost.ts'
import { createGuardedLookup, ForbiddenHostError, type LookUp } from './guardedLookup.ts'

export interface AddressGuard {
  readonly lookUp?: LookUp
  readonly isForbidden?: (address: string) => boolean
}

export interface GuardedAgents {
  readonly http: HttpAgent
  readonly https: HttpsAgent
}

/** Agents that keep connections, and close a new one before it sends a request if it led to a blocked address. */
export function createGuardedAgents({ lookUp, isForbidden = isForbiddenHost }: AddressGuard = {}): GuardedAgents {
  const options = { keepAlive: true, lookup: createGuardedLookup(lookUp) }
  const guard = <Connection>(connection: Connection): Connection => {
    if (connection instanceof Socket) guardSocket(connection, isForbidden)
    return connection
  }
  const http = new (class extends HttpAgent {
    override createConnection(...connection: Parameters<HttpAgent['createConnection']>) {
      return guard(super.createConnection(...connection))
    }
  })(options)
  const https = new (class extends HttpsAgent {
    override createConnection(...connection: Parameters<HttpsAgent['createConnection']>) {
      return guard(super.createConnection(...connection))
    }
  })(options)
  return { http, https }
}

/** Listens before the request does, so nothing of it was written when the connection is closed. */
function guardSocket(socket: Socket, isForbidden: (address: string) => boolean): void {
  socket.once('connect', () => {
    const { remoteAddress = '' } = socket
    if (isForbidden(remoteAddress)) socket.destroy(new ForbiddenHostError(remoteAddress))
  })
}
