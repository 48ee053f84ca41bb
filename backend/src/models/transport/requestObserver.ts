import { AsyncLocalStorage } from 'node:async_hooks'

import { ClosedConnectionError } from './closedConnectionError.ts'

/** Sees every request of a call to a model, as it is handed to the connection. */
export interface RequestObserver {
  /** Called before a request is sent. If it throws or rejects, nothing is sent. */
  begin(request: SentRequest): Exchange | Promise<Exchange>
}

export interface SentRequest {
  /** The bytes that are sent, as text; empty for a request without a body. */
  readonly body: string
  /** Hides the secrets of a model config in a part of the body. */
  readonly mask: (part: string) => string
}

/** What becomes of one request. */
export interface Exchange {
  /** The head of its response has arrived. */
  answered(status: number): void
  /** It failed without a response. */
  failed(reason: unknown): void
}

/**
 * A provider's package hands nothing of a call on to `fetch` but its signal and its headers, and a header would be sent.
 * So the observer of a call accompanies it here. Nothing else is passed on like this.
 */
const observers = new AsyncLocalStorage<RequestObserver>()

/** The observer sees all requests that a call sends. */
export const observeRequests = <Result>(observer: RequestObserver, call: () => Result): Result =>
  observers.run(observer, call)

/**
 * Adds to the innermost `fetch`: whatever is added outside of it has been added to the body by then. A request whose kept
 * connection was closed is repeated, and observed once more: the provider may have read it.
 */
export function withRequestObserver(inner: typeof fetch, mask: SentRequest['mask']): typeof fetch {
  return async (input, init = {}) => {
    const observer = observers.getStore()
    if (observer === undefined) return repeatIfClosed(() => inner(input, init))
    const body = typeof init.body === 'string' ? init.body : ''
    return repeatIfClosed(async () => {
      const begun = observer.begin({ body, mask })
      const exchange = begun instanceof Promise ? await begun : begun
      try {
        const response = await inner(input, init)
        exchange.answered(response.status)
        return response
      } catch (reason) {
        exchange.failed(reason)
        throw reason
      }
    })
  }
}

/** Ends because only kept connections are closed like this, and each of them once. */
async function repeatIfClosed(send: () => Promise<Response>): Promise<Response> {
  for (;;) {
    try {
      return await send()
    } catch (reason) {
      if (!(reason instanceof ClosedConnectionError)) throw reason
    }
  }
}
