import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

import type { Clock } from '../../clock.ts'
import { AppError } from '../../errors.ts'
import { clientNetwork, isLocalClient } from './clientNetwork.ts'
import { createGuessLimit, type Guesser } from './guessLimit.ts'
import { createKnownBrowsers } from './knownBrowsers.ts'
import { TooManyRequestsError } from './rateLimit.ts'

/** The last networks from which the right password came. */
const MAX_KNOWN_NETWORKS = 1000

/**
 * Requires the password in every request, as HTTP Basic with any user name, except in those of `isOpen` that bring
 * none. Wrong ones are counted before the next is compared, so a locked guesser can't find out the right one. A browser
 * in which it was entered before, or else a network from which it came, isn't locked by what others try.
 */
export function passwordGuard(
  password: string,
  isOpen: (request: FastifyRequest) => boolean,
  now: Clock['now'],
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const expected = digest(password)
  const limit = createGuessLimit({ now: () => Date.parse(now()) })
  const browsers = createKnownBrowsers()
  const networks = new Set<string>()

  const findGuesser = ({ ip, headers }: FastifyRequest): Guesser => {
    const browser = browsers.find(headers.cookie)
    if (browser !== null) return { name: `browser ${browser}`, isKnown: true }
    const name = clientNetwork(ip)
    return { name, isKnown: networks.has(name) || isLocalClient(ip) }
  }
  const remember = (request: FastifyRequest, reply: FastifyReply): void => {
    const network = clientNetwork(request.ip)
    networks.delete(network)
    networks.add(network)
    const [oldest] = networks
    if (networks.size > MAX_KNOWN_NETWORKS && oldest !== undefined) networks.delete(oldest)
    const isPage = request.headers.accept?.includes('text/html') === true
    if (isPage && browsers.find(request.headers.cookie) === null)
      void reply.header('set-cookie', browsers.mark(request.protocol === 'https'))
  }

  return async (request, reply) => {
    const given = passwordIn(request.headers.authorization)
    if (given === null && isOpen(request)) return
    if (given !== null) {
      const guesser = findGuesser(request)
      const seconds = limit.secondsLeft(guesser)
      if (seconds > 0) {
        void reply.header('retry-after', seconds)
        throw new TooManyRequestsError('Too many wrong passwords.', seconds)
      }
      if (timingSafeEqual(digest(given), expected)) return remember(request, reply)
      limit.addWrong(guesser)
    }
    void reply.header('www-authenticate', 'Basic realm="LLM Gamebook", charset="UTF-8"')
    throw new PasswordRequiredError()
  }
}

/** Has the same length for any text, so the comparison reveals nothing. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Null if the request brings none, so there is nothing to compare. */
export function passwordIn(authorization: string | undefined): string | null {
  const credentials = /^Basic +(\S+)$/i.exec(authorization ?? '')?.[1]
  if (credentials === undefined) return null
  const text = Buffer.from(credentials, 'base64').toString()
  return text.slice(text.indexOf(':') + 1)
}

class PasswordRequiredError extends AppError {
  override readonly name = 'PasswordRequiredError'
  readonly code = 'password-required'

  constructor() {
    super('This server requires a password.', 'Use the value of LLM_GAMEBOOK_PASSWORD with any user name.')
  }
}
