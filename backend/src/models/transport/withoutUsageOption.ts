/**
 * Repeats a request without the option that reports usage, and leaves it out from then on: servers that don't know the
 * option reject the whole request, and a story works without the count.
 */
export function withoutUsageOption(inner: typeof fetch): typeof fetch {
  let isRefused = false
  return async (input, init = {}) => {
    const { body } = init
    if (typeof body !== 'string' || !body.includes('"stream_options"')) return inner(input, init)
    const bare = (): Promise<Response> => inner(input, { ...init, body: withoutOption(body) })
    if (isRefused) return bare()
    const response = await inner(input, init)
    if (response.status !== 400 && response.status !== 422) return response
    const words = await response.text()
    isRefused = /stream_options|include_usage/.test(words)
    const { status, statusText, headers } = response
    return isRefused ? bare() : new Response(words, { status, statusText, headers })
  }
}

/** JSON leaves out fields that are undefined. */
function withoutOption(body: string): string {
  const sent: unknown = JSON.parse(body)
  return JSON.stringify({ ...Object(sent), stream_options: undefined })
}
