export interface OutgoingRequest {
  readonly url: URL
  readonly method: string
  readonly headers: Record<string, string>
  readonly body: Uint8Array | undefined
  readonly signal: AbortSignal | undefined
}

/** The arguments of `fetch` as one request. The URL and text that the providers' packages pass need no `Request` object. */
export async function toOutgoingRequest(input: RequestInfo | URL, init: RequestInit = {}): Promise<OutgoingRequest> {
  const { body } = init
  if (input instanceof Request || !(body == null || typeof body === 'string'))
    return readRequest(new Request(input, init))
  return {
    url: new URL(input),
    method: init.method ?? 'GET',
    headers: toHeaders(new Headers(init.headers)),
    // Writing a string would copy a long one twice.
    body: body == null ? undefined : Buffer.from(body),
    signal: init.signal ?? undefined,
  }
}

async function readRequest(request: Request): Promise<OutgoingRequest> {
  const { url, method, headers, body, signal } = request
  return {
    url: new URL(url),
    method,
    headers: toHeaders(headers),
    body: body === null ? undefined : new Uint8Array(await request.arrayBuffer()),
    signal,
  }
}

/** The text of a compressed stream would arrive in bursts. */
function toHeaders(headers: Headers): Record<string, string> {
  return { ...Object.fromEntries(headers), 'accept-encoding': 'identity' }
}
