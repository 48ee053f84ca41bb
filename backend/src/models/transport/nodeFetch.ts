import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'

import { isForbiddenHost } from '../address/forbiddenHost.ts'
import { type AddressGuard, createGuardedAgents, type GuardedAgents } from './guardedAgents.ts'
import { ForbiddenHostError } from './guardedLookup.ts'
import { toOutgoingRequest, type OutgoingRequest } from './outgoingRequest.ts'
import { ProviderTimeoutError } from './providerTimeoutError.ts'
import { toResponseBody, type BodyTap } from './responseBody.ts'
import { IdleTimeout, type IdleTimeoutLimits } from './idleTimeout.ts'

export interface NodeFetchOptions {
  readonly limits?: Partial<IdleTimeoutLimits>
  /** Called once for each request. */
  readonly findTap?: () => BodyTap | undefined
  /** Finds and judges the addresses of connections. */
  readonly addresses?: AddressGuard
}

const LIMITS: IdleTimeoutLimits = { connect: 10, 'first-byte': 120, idle: 120 }

/**
 * A `fetch` for providers, whose responses can be tapped and timed. It follows no redirects, requests no compression,
 * reuses connections, and closes one at once when its request is aborted. Rejects as `fetch` does, or with a
 * `ProviderTimeoutError`.
 */
export function createNodeFetch({ limits, findTap, addresses }: NodeFetchOptions = {}): typeof fetch {
  const agents = addresses === undefined ? sharedAgents : createGuardedAgents(addresses)
  const allLimits = { ...LIMITS, ...limits }
  return async (input, init) => {
    const tap = findTap?.() ?? passOn
    return exchange(await toOutgoingRequest(input, init), { agents, limits: allLimits, tap })
  }
}

const passOn: BodyTap = (piece) => piece

const sharedAgents = createGuardedAgents()

interface Connection {
  readonly agents: GuardedAgents
  readonly limits: IdleTimeoutLimits
  readonly tap: BodyTap
}

async function exchange(outgoing: OutgoingRequest, connection: Connection): Promise<Response> {
  const { url, signal, body } = outgoing
  const { agents, limits, tap } = connection
  signal?.throwIfAborted()
  if (isForbiddenHost(url.hostname)) throw new ForbiddenHostError(url.host)
  const { promise, resolve, reject } = Promise.withResolvers<Response>()
  const request = open(outgoing, agents)
  let isSettled = false
  let fail = (reason: unknown): void => {
    isSettled = true
    reject(reason)
    request.destroy()
  }
  const watch = new IdleTimeout(limits, (phase) => fail(new ProviderTimeoutError(phase, limits[phase], url.host)))
  const abort = (): void => fail(signal?.reason)
  signal?.addEventListener('abort', abort)

  whenConnected(request, () => watch.enter('first-byte'))
  request.once('response', (incoming) => {
    try {
      const responseBody = toResponseBody(incoming, {
        tap: (piece) => {
          watch.hear()
          return tap(piece)
        },
        onPause: () => watch.pause(),
        onResume: () => watch.enter('idle'),
      })
      resolve(toResponse(incoming, responseBody.stream))
      isSettled = true
      fail = responseBody.fail
    } catch (cause) {
      fail(new TypeError('fetch failed', { cause }))
    }
  })
  request.on('error', (cause) => {
    if (!isSettled && wasClosedWhileKept(request, cause)) resolve(exchange(outgoing, connection))
    else fail(new TypeError('fetch failed', { cause }))
  })
  request.once('close', () => {
    watch.stop()
    signal?.removeEventListener('abort', abort)
  })
  request.end(body)
  return promise
}

function open({ url, method, headers }: OutgoingRequest, agents: GuardedAgents): ClientRequest {
  return url.protocol === 'https:'
    ? requestHttps(url, { method, headers, agent: agents.https })
    : requestHttp(url, { method, headers, agent: agents.http })
}

function whenConnected(request: ClientRequest, then: () => void): void {
  request.once('socket', (socket) => {
    if (!socket.connecting) then()
    else socket.once('encrypted' in socket ? 'secureConnect' : 'connect', then)
  })
}

/** The server closed a kept connection as the request went out on it, so the request was never read. */
function wasClosedWhileKept(request: ClientRequest, error: NodeJS.ErrnoException): boolean {
  return request.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
}

const WITHOUT_BODY: readonly (number | undefined)[] = [204, 205, 304]

function toResponse(incoming: IncomingMessage, body: ReadableStream<Uint8Array>): Response {
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(incoming.headersDistinct)) {
    for (const value of values) headers.append(name, value)
  }
  return new Response(WITHOUT_BODY.includes(incoming.statusCode) ? null : body, {
    status: incoming.statusCode ?? 0,
    statusText: incoming.statusMessage ?? '',
    headers,
  })
}
