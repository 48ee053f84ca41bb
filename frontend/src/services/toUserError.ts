import type { SerializedError } from '@reduxjs/toolkit'
import type { FetchBaseQueryError } from '@reduxjs/toolkit/query'

import { commonText } from '../text/common.ts'
import type { UserError } from '../types/userError.ts'

/** What a failed request means for the reader, from the server's problem document if there is one. */
export function toUserError(error: FetchBaseQueryError | SerializedError): UserError {
  if (!('status' in error)) return UNREADABLE
  if (error.status === 'FETCH_ERROR' || error.status === 'TIMEOUT_ERROR') return UNREACHABLE
  if (typeof error.status !== 'number') return UNREADABLE
  return isUserError(error.data) ? error.data : UNREADABLE
}

const UNREACHABLE: UserError = {
  code: 'server-unreachable',
  detail: commonText('serverUnreachable.detail'),
  hint: commonText('serverUnreachable.hint'),
}

const UNREADABLE: UserError = {
  code: 'unreadable-answer',
  detail: commonText('unexpectedResponse.detail'),
  hint: commonText('unexpectedResponse.hint'),
}

function isUserError(body: unknown): body is UserError {
  return hasText(body, 'code') && hasText(body, 'detail') && hasText(body, 'hint')
}

function hasText(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && key in value && typeof Reflect.get(value, key) === 'string'
}
