import type { SerializedError } from '@reduxjs/toolkit'
import type { FetchBaseQueryError } from '@reduxjs/toolkit/query'

/** Nothing is there, or the address could never have named anything. */
export function isNotFound(error: FetchBaseQueryError | SerializedError): boolean {
  return 'status' in error && (error.status === 404 || error.status === 422)
}
