import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'

import { createFrameWriter } from '../../src/web/live/frameWriter.ts'
import { connectRaw } from '../support/rawRequest.ts'

/** Far more than the operating system keeps for a connection. */
const LONG = Buffer.alloc(30_000_000, 'x')

it('a frame after the end of a stream that a slow client has not read yet does nothing', async () => {
  const requested = Promise.withResolvers<ServerResponse>()
  const server = createServer((_request, response) => requested.resolve(response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const client = await connectRaw(`http://127.0.0.1:${port}`, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  client.pause()
  onTestFinished(() => {
    client.destroy()
    server.close()
  })
  const response = await requested.promise
  const errors: unknown[] = []
  response.on('error', (error) => errors.push(error))

  const writer = createFrameWriter(response, Number.MAX_SAFE_INTEGER)
  writer.add(LONG)
  writer.end()
  expect(response.writableFinished).toBe(false)
  writer.add(Buffer.from('late'))
  await setTimeout(20)
  expect(errors).toEqual([])
})
