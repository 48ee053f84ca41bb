/** The codes of an error and of its causes, outermost first. */
export function errorCodes(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return []
  const codes = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  return [...codes, ...(error.cause === error ? [] : errorCodes(error.cause))]
}
