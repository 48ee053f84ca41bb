import type { FastifyRequest } from 'fastify'

import { AppError } from '../../errors.ts'
import { isLoopbackHost } from '../../models/address/localHost.ts'

const ANY_ADDRESS = new Set(['0.0.0.0', '::'])
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Rejects requests that another website could send: under a host name that it points to this address (DNS rebinding),
 * or cross-site. A server that listens on every address accepts any host name and relies on its password.
 */
export function hostGuard(listensOn: string): (request: FastifyRequest) => Promise<void> {
  return async ({ headers, method }) => {
    const host = nameOf(headers.host ?? '')
    const isKnown =
      isLoopbackHost(host) || ANY_ADDRESS.has(listensOn) || host === listensOn || host === `[${listensOn}]`
    if (!isKnown) throw new ForeignHostError(host)
    if (SAFE_METHODS.has(method)) return
    const { origin } = headers
    const isOwn = origin === undefined ? isOwnSite(headers['sec-fetch-site']) : hostOf(origin) === headers.host
    if (!isOwn) throw new ForeignOriginError()
  }
}

const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()
const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)

/** Browsers send this header with every request, other programs don't. */
const isOwnSite = (site: string | string[] | undefined): boolean =>
  site === undefined || site === 'same-origin' || site === 'none'

class ForeignHostError extends AppError {
  override readonly name = 'ForeignHostError'
  readonly code = 'foreign-host'

  constructor(host: string) {
    super(
      `This server doesn't answer to the host name "${host}".`,
      'Open it as http://localhost with its port, or set LLM_GAMEBOOK_HOST to the name you use.',
    )
  }
}

class ForeignOriginError extends AppError {
  override readonly name = 'ForeignOriginError'
  readonly code = 'foreign-origin'

  constructor() {
    super('This request came from another website.', "Use this server's own page.")
  }
}
