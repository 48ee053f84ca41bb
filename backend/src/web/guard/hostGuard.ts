import type { FastifyRequest } from 'fastify'

import { AppError } from '../../errors.ts'

/** Names by which only this machine can be reached. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
const ANY_ADDRESS = new Set(['0.0.0.0', '::'])
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

export const isLoopback = (host: string): boolean => LOOPBACK.has(host) || host === '::1'

/**
 * Refuses what a page of another site could ask for: under a name that was bent to this address (DNS rebinding),
 * or across sites. Listening on every address, any name may be right, and the password protects.
 */
export function hostGuard(listensOn: string): (request: FastifyRequest) => Promise<void> {
  return async ({ headers, method }) => {
    const host = nameOf(headers.host ?? '')
    const isKnown = LOOPBACK.has(host) || ANY_ADDRESS.has(listensOn) || host === listensOn || host === `[${listensOn}]`
    if (!isKnown) throw new ForeignHostError(host)
    if (SAFE_METHODS.has(method)) return
    const { origin } = headers
    const isOwn = origin === undefined ? isOwnSite(headers['sec-fetch-site']) : hostOf(origin) === headers.host
    if (!isOwn) throw new ForeignOriginError()
  }
}

const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()
const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)

/** Programs send no such header; browsers send it with every request. */
const isOwnSite = (site: string | string[] | undefined): boolean =>
  site === undefined || site === 'same-origin' || site === 'none'

class ForeignHostError extends AppError {
  override readonly name = 'ForeignHostError'
  readonly code = 'foreign-host'

  constructor(host: string) {
    super(
      `This server is not known as '${host}'.`,
      'Open it as http://localhost with its port, or set LLM_GAMEBOOK_HOST to the name that you use.',
    )
  }
}

class ForeignOriginError extends AppError {
  override readonly name = 'ForeignOriginError'
  readonly code = 'foreign-origin'

  constructor() {
    super('The request comes from a page of another site.', 'Use the page that this server itself shows.')
  }
}
