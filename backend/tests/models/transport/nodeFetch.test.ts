import { once } from 'node:events'
import { createServer as createNetServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'

import { createNodeFetch } from '../../../src/models/transport/nodeFetch.ts'
import { listen, startServer } from './startServer.ts'

const fetch = createNodeFetch()

describe('a request', () => {
  it('arrives with its method, headers and body', async () => {
    const origin = await startServer(async (request, response) => {
      const { method, url, headers } = request
      response.end(JSON.stringify({ method, url, type: headers['content-type'], body: await text(request) }))
    })
    const response = await fetch(`${origin}/v1/chat?x=1`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"word":"Früh"}',
    })
    expect(await response.json()).toEqual({
      method: 'POST',
      url: '/v1/chat?x=1',
      type: 'application/json',
      body: '{"word":"Früh"}',
    })
  })

  it.each<[string, (origin: string) => [RequestInfo | URL, RequestInit?]]>([
    ['a URL and bytes', (origin) => [new URL(origin), { method: 'POST', body: new TextEncoder().encode('words') }]],
    ['a Request', (origin) => [new Request(origin, { method: 'POST', body: 'words' })]],
    ['a body that is a form', (origin) => [origin, { method: 'POST', body: new URLSearchParams('words') }]],
  ])('is understood as %s', async (_, toArguments) => {
    const origin = await startServer(async (request, response) => response.end(await text(request)))
    const response = await fetch(...toArguments(origin))
    expect((await response.text()).replace('=', '')).toBe('words')
  })

  it('requests no compression, whatever its headers say', async () => {
    const origin = await startServer((request, response) => response.end(request.headers['accept-encoding']))
    const response = await fetch(origin, { headers: { 'accept-encoding': 'gzip' } })
    expect(await response.text()).toBe('identity')
  })

  it('reuses the previous connection', async () => {
    const ports: (number | undefined)[] = []
    const origin = await startServer((request, response) => {
      ports.push(request.socket.remotePort)
      response.end('done')
    })
    for (let count = 0; count < 3; count += 1) await (await fetch(origin)).text()
    expect(new Set(ports).size).toBe(1)
  })

  it('is not repeated after an abort on a reused connection', async () => {
    const abort = new AbortController()
    const paths: (string | undefined)[] = []
    const origin = await startServer((request, response) => {
      paths.push(request.url)
      if (request.url === '/aborted') abort.abort(new Error('stopped'))
      else response.end('done')
    })
    await (await fetch(`${origin}/first`)).text()
    await expect(fetch(`${origin}/aborted`, { signal: abort.signal })).rejects.toThrow('stopped')
    await (await fetch(`${origin}/last`)).text()
    expect(paths).toEqual(['/first', '/aborted', '/last'])
  })
})

describe('an answer', () => {
  it.each([200, 401, 429, 500])('has the status %i, its headers and its body', async (status) => {
    const origin = await startServer((_, response) => {
      response.writeHead(status, { 'Retry-After': '7', 'Set-Cookie': ['a=1', 'b=2'] }).end('{"error":"words"}')
    })
    const response = await fetch(origin)
    expect(response).toMatchObject({ status, ok: status === 200 })
    expect(response.headers.get('retry-after')).toBe('7')
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(await response.text()).toBe('{"error":"words"}')
  })

  it('without a body has none', async () => {
    const origin = await startServer((_, response) => response.writeHead(204).end())
    expect(await fetch(origin)).toMatchObject({ status: 204, body: null })
  })

  it('that redirects is returned, not followed', async () => {
    const paths: (string | undefined)[] = []
    const origin = await startServer((request, response) => {
      paths.push(request.url)
      response.writeHead(307, { location: '/elsewhere' }).end()
    })
    const response = await fetch(`${origin}/here`, { method: 'POST', body: 'words' })
    expect(response.status).toBe(307)
    expect(response.headers.get('location')).toBe('/elsewhere')
    expect(paths).toEqual(['/here'])
  })
})

describe('a request without an answer', () => {
  it('rejects with the network error as its cause', async () => {
    const server = createNetServer()
    const origin = await listen(server)
    server.close()
    await once(server, 'close')
    await expect(fetch(origin)).rejects.toMatchObject({
      name: 'TypeError',
      message: 'fetch failed',
      cause: { code: 'ECONNREFUSED' },
    })
  })

  it('rejects when the server hangs up', async () => {
    const origin = await startServer((request) => request.socket.destroy())
    await expect(fetch(origin)).rejects.toMatchObject({ message: 'fetch failed', cause: { code: 'ECONNRESET' } })
  })

  it('rejects when the server does not speak HTTP', async () => {
    const origin = await listen(createNetServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n\r\n')))
    await expect(fetch(origin)).rejects.toMatchObject({
      message: 'fetch failed',
      cause: { code: 'HPE_INVALID_CONSTANT' },
    })
  })

  it('rejects an invalid status', async () => {
    const origin = await listen(
      createNetServer((socket) => socket.end('HTTP/1.1 999 Odd\r\ncontent-length: 0\r\n\r\n')),
    )
    await expect(fetch(origin)).rejects.toMatchObject({ message: 'fetch failed', cause: { name: 'RangeError' } })
  })

  it('rejects an invalid address', async () => {
    await expect(fetch('nowhere')).rejects.toMatchObject({ name: 'TypeError' })
  })
})
