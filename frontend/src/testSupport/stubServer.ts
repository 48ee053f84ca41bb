import { onTestFinished, vi } from 'vitest'

/** Answers a page's requests until the test ends, and records them. */
export function stubServer(answer: (path: string) => Response | Promise<Response>): string[] {
  const requests: string[] = []
  // Relative requests need a base URL, which the test page doesn't have.
  class LocalRequest extends Request {
    constructor(path: string, init?: RequestInit) {
      super(new URL(path, 'http://localhost'), init)
    }
  }
  vi.stubGlobal('Request', LocalRequest)
  vi.stubGlobal('fetch', (request: Request) => {
    const { pathname, search } = new URL(request.url)
    requests.push(`${request.method} ${pathname}${search}`)
    return Promise.resolve(answer(pathname + search))
  })
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
  return requests
}
