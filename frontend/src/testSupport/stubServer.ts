import { onTestFinished, vi } from 'vitest'

/** Answers the requests of a page until the test is over, and remembers which there were. */
export function stubServer(answer: (path: string) => Response): string[] {
  const requests: string[] = []
  // A page of a test has no address that its requests could be relative to.
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
