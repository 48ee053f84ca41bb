import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'

import { isForbiddenHost } from '../address/forbiddenHost.ts'
import { ClosedConnectionError } from './closedConnectionError.ts'
import { type AddressGuard, createGuardedAgents, type GuardedAgents } from './guardedAgents.ts'
import { ForbiddenHostError } from './guardedLookup.ts'
import { LIMITS } from './limits.ts'
import { toOutgoingRequest, type OutgoingRequest } from './outgoingRequest.ts'
import { ProviderTimeoutError, type TimeoutPhase } from './providerTimeoutError.ts'
import { toResponseBody, type BodyTap } from './responseBody.ts'
import { ResponseTooLargeError } from './responseTooLargeError.ts'
import { IdleTimeout } from './idleTimeout.ts'

/** In seconds. */
export type TimeLimits = Readonly<Record<TimeoutPhase, number>>

export interface NodeFetchOptions {
  readonly limits?: Partial<TimeLimits>
  /** Called once for each request. */
  readonly findTap?: () => BodyTap | undefined
  /** Finds and judges the addresses of connections. */
  readonly addresses?: AddressGuard
}

/** A slow local model may write for half an hour. */
const TIME_LIMITS: TimeLimits = { connect: 10, 'first-byte': 120, idle: 120, total: 3600 }

/**
 * A `fetch` for providers, whose responses can be tapped, and are limited in bytes and in time. It follows no
 * redirects, requests no compression, reuses connections, and closes one at once when its request is aborted. Rejects
 * as `fetch` does, with a `ClosedConnectionError` if the request may be repeated, or with a `ProviderTimeoutError` or
 * `ResponseTooLargeError`. The body of an error is cut instead.
 */
export function createNodeFetch({ limits, findTap, addresses }: NodeFetchOptions = {}): typeof fetch {
  const agents = addresses === undefined ? sharedAgents : createGuardedAgents(addresses)
  const allLimits = { ...TIME_LIMITS, ...limits }
  return async (input, init) => {
    const tap = findTap?.() ?? passOn
    return exchange(await toOutgoingRequest(input, init), { agents, limits: allLimits, tap })
  }
}

const passOn: BodyTap = (piece) => piece

const sharedAgents = createGuardedAgents()

interface Connection {
  readonly agents: GuardedAgents
  readonly limits: TimeLimits
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
  let cut: (() => void) | undefined
  const endOfTime = (): void => {
    if (cut === undefined) fail(new ProviderTimeoutError('total', limits.total, url.host))
    else cut()
  }
  let lastTimer = setTimeout(endOfTime, limits.total * 1000)

  whenConnected(request, () => watch.enter('first-byte'))
  request.once('response', (incoming) => {
    try {
      const isError = (incoming.statusCode ?? 0) >= 400
      const responseBody = toResponseBody(incoming, {
        maxBytes: isError ? LIMITS.errorBytes : LIMITS.answerBytes,
        onTooLarge: () => (cut === undefined ? fail(new ResponseTooLargeError('The answer')) : cut()),
        tap,
        onArrival: () => watch.hear(),
        onPause: () => watch.pause(),
        onResume: () => watch.enter('idle'),
      })
      resolve(toResponse(incoming, responseBody.stream))
      isSettled = true
      fail = responseBody.fail
      if (!isError) return
      cut = responseBody.cut
      clearTimeout(lastTimer)
      lastTimer = setTimeout(endOfTime, LIMITS.errorSeconds * 1000)
    } catch (cause) {
      fail(new TypeError('fetch failed', { cause }))
    }
  })
  request.on('error', (cause) => {
    const isClosed = !isSettled && wasClosedWhileKept(request, cause)
    fail(isClosed ? new ClosedConnectionError(cause) : new TypeError('fetch failed', { cause }))
  })
  request.once('close', () => {
    watch.stop()
    clearTimeout(lastTimer)
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
