import type { UserError } from '../types/userError.ts'

/** Whether a request failed because its session was deleted. */
export const isSessionGone = ({ code }: UserError): boolean =>
  code === 'session-not-found' || code === 'session-deleted'
