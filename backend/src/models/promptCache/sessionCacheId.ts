import { createHash } from 'node:crypto'

/** An id for the provider, from which nobody can tell the session or when it began. */
export function sessionCacheId(sessionId: string): string {
  return createHash('sha256').update(`llm-gamebook session ${sessionId}`).digest('base64url').slice(0, LENGTH)
}

const LENGTH = 32
