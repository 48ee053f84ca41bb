import { NotStreamingError } from './notStreamingError.ts'
import { ProviderStreamError } from './providerStreamError.ts'

/**
 * Rejects a complete answer or a web page in place of a requested stream: the providers' packages would find no text in it.
 * @param streamPath the part of a URL that requests a stream, for servers whose request body doesn't say so
 */
export function expectStream(inner: typeof fetch, streamPath?: string): typeof fetch {
  return async (input, init) => {
    const response = await inner(input, init)
    if (!response.ok || !requestsStream(input, init, streamPath) || !isWhole(response)) return response
    const body = await response.text()
    if (isMislabeledStream(body)) return new Response(body, { status: response.status })
    throw isPage(response) || /"error"\s*:\s*["{]/.test(body)
      ? new ProviderStreamError(response.status, body)
      : new NotStreamingError()
  }
}

function requestsStream(input: RequestInfo | URL, init: RequestInit = {}, streamPath?: string): boolean {
  const url = input instanceof Request ? input.url : input.toString()
  const body = typeof init.body === 'string' ? init.body : ''
  return (streamPath !== undefined && url.includes(streamPath)) || /"stream"\s*:\s*true/.test(body)
}

/** Whether a body contains events or lines of JSON, although its content type says one JSON document. */
function isMislabeledStream(body: string): boolean {
  if (/^\uFEFF?\s*(data|event|id|retry)?:/.test(body)) return true
  const lines = body.split('\n').filter((line) => line.trim() !== '')
  return lines.length > 1 && lines.every((line) => /^\{.*\}\s*$/.test(line))
}

const typeOf = (response: Response): string => response.headers.get('content-type') ?? ''

const isPage = (response: Response): boolean => /^text\/html\b/i.test(typeOf(response))

const isWhole = (response: Response): boolean =>
  isPage(response) || /^application\/([\w.+-]+\+)?json\b/i.test(typeOf(response))
