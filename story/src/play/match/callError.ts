import type { CallResult } from '../callFunction.ts'

export type CallError = Extract<CallResult, { readonly result: 'error' }>

/** A list of everything could be as long as the gamebook. */
const MAX_VALID = 20

export function callError(code: string, message: string, valid: readonly string[] = []): CallError {
  return { result: 'error', code, message, valid: valid.slice(0, MAX_VALID) }
}
