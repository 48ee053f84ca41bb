import type { SerializedError } from '@reduxjs/toolkit'
import type { FetchBaseQueryError } from '@reduxjs/toolkit/query'

import { isSessionGone } from './isSessionGone.ts'
import { toUserError } from './toUserError.ts'

/** A 422 means that the id in the address is malformed, so nothing can be found there either. */
export function isNotFound(error: FetchBaseQueryError | SerializedError): boolean {
  if (!('status' in error)) return false
  return error.status === 404 || error.status === 422 || isSessionGone(toUserError(error))
}
