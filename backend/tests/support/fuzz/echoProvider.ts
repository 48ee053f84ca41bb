import { once } from 'node:events'
import { createServer } from 'node:http'

import { chat } from '../providerStreams.ts'

/** A provider that answers at once, and refuses every third request with an error that repeats what it received. */
export async function startEchoProvider(): Promise<{ readonly url: string; close(): void }> {
  let requests = 0
  const server = createServer((request, response) => {
    requests += 1
    if (requests % 3 === 0) {
      response.writeHead(401, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ error: { message: `Wrong: ${JSON.stringify(request.headers)}` } }))
    } else if (request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ data: [{ id: 'quill-1' }] }))
    } else {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.end(chat({ role: 'assistant', content: 'You wait.' }))
    }
    request.resume()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The provider has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
