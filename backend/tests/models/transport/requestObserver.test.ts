import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'

import { createNodeFetch } from '../../../src/models/transport/nodeFetch.ts'
import { observeRequests, withRequestObserver } from '../../../src/models/transport/requestObserver.ts'
import { startServer } from './startServer.ts'

const fetch = withRequestObserver(createNodeFetch(), (part) => part)

/** Answers the first request of each connection, and reads and then destroys all others. */
async function startForgetfulServer() {
  const answered = new WeakSet()
  const bodies: string[] = []
  const origin = await startServer(async (request, response) => {
    bodies.push(await text(request))
    if (answered.has(request.socket)) return request.socket.destroy()
    answered.add(request.socket)
    return response.end('done')
  })
  await (await fetch(origin)).text()
  return { bodies, send: () => fetch(origin, { method: 'POST', body: 'words' }) }
}

describe('a request whose kept connection is closed', () => {
  it('is repeated', async () => {
    const { send } = await startForgetfulServer()
    expect(await (await send()).text()).toBe('done')
  })

  it('is observed each time, because the server may have read it', async () => {
    const { bodies, send } = await startForgetfulServer()
    const seen: unknown[] = []
    const observer = {
      begin: ({ body }: { readonly body: string }) => {
        seen.push(body)
        return {
          answered: (status: number) => void seen.push(status),
          failed: (reason: unknown) => void seen.push(reason),
        }
      },
    }
    await observeRequests(observer, send)
    expect(bodies).toEqual(['', 'words', 'words'])
    expect(seen).toEqual(['words', expect.objectContaining({ message: 'fetch failed' }), 'words', 200])
  })

  it('is not repeated if its observer refuses', async () => {
    const { bodies, send } = await startForgetfulServer()
    let left = 1
    const observer = {
      begin: () => {
        left -= 1
        if (left < 0) throw new Error('used up')
        return { answered: () => {}, failed: () => {} }
      },
    }
    await expect(observeRequests(observer, send)).rejects.toThrow('used up')
    expect(bodies).toEqual(['', 'words'])
  })
})
