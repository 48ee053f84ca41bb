import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { AppError } from '../../errors.ts'
import { limitPerMinute } from './rateLimit.ts'

const WRONG_PER_MINUTE = 20

/** Requires the password in every request, as HTTP Basic with any user name. */
export function passwordGuard(
  app: FastifyInstance,
  password: string,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const expected = digest(password)
  const limitWrong = limitPerMinute(app, WRONG_PER_MINUTE)

  return async (request, reply) => {
    const given = passwordIn(request.headers.authorization)
    if (given !== null && timingSafeEqual(digest(given), expected)) return
    if (given !== null) await limitWrong(request, reply)
    void reply.header('www-authenticate', 'Basic realm="LLM Gamebook", charset="UTF-8"')
    throw new PasswordRequiredError()
  }
}

/** Has the same length for any text, so the comparison reveals nothing. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

function passwordIn(authorization: string | undefined): string | null {
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
