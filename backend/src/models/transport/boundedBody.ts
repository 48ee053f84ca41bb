import { ResponseTooLargeError } from './responseTooLargeError.ts'

/**
 * Reads a body as text, which a call of `text()` would do without a limit. Throws `ResponseTooLargeError` and closes the
 * connection.
 * @param what the body, as the subject of a sentence
 */
export async function readText(response: Response, maxBytes: number, what: string): Promise<string> {
  if (response.body === null) return ''
  const pieces: Uint8Array[] = []
  let size = 0
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new TextDecoder().decode(Buffer.concat(pieces))
    size += value.length
    if (size > maxBytes) {
      const tooLarge = new ResponseTooLargeError(what)
      reader.cancel(tooLarge).catch(() => {})
      throw tooLarge
    }
    pieces.push(value)
  }
}
