/** The codes of an error and of what caused it, from the outside in. */
export function errorCodes(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return []
  const codes = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  return [...codes, ...(error.cause === error ? [] : errorCodes(error.cause))]
}
