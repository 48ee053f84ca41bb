import type { SerializedError } from '@reduxjs/toolkit'
import type { FetchBaseQueryError } from '@reduxjs/toolkit/query'

import type { UserError } from '../types/userError.ts'

/** What went wrong with a request, in words for a person. */
export function toUserError(error: FetchBaseQueryError | SerializedError): UserError {
  if (!('status' in error)) return UNREADABLE
  if (error.status === 'FETCH_ERROR' || error.status === 'TIMEOUT_ERROR') return UNREACHABLE
  if (typeof error.status !== 'number') return UNREADABLE
  return isTrouble(error.data) ? error.data : UNREADABLE
}

const UNREACHABLE: UserError = {
  code: 'server-unreachable',
  detail: 'The server cannot be reached.',
  hint: 'See whether it is running, then try again. Nothing is lost.',
}

const UNREADABLE: UserError = {
  code: 'unreadable-answer',
  detail: 'The server gave an answer that this page does not understand.',
  hint: 'Reload the page. If it stays so, the server’s log tells more.',
}

function isTrouble(body: unknown): body is UserError {
  return hasText(body, 'code') && hasText(body, 'detail') && hasText(body, 'hint')
}

function hasText(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && key in value && typeof Reflect.get(value, key) === 'string'
}
