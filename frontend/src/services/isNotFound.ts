import type { SerializedError } from '@reduxjs/toolkit'
import type { FetchBaseQueryError } from '@reduxjs/toolkit/query'

/** A 422 means that the id in the address is malformed, so nothing can be found there either. */
export function isNotFound(error: FetchBaseQueryError | SerializedError): boolean {
  return 'status' in error && (error.status === 404 || error.status === 422)
}
