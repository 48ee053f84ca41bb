import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

export interface SeenRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: Readonly<Record<string, unknown>>
}

/** A provider of the test's own, on a free port until the test is over. */
export async function openProvider(
  answer: (response: ServerResponse, request: SeenRequest) => void,
): Promise<{ readonly url: string; readonly seen: SeenRequest[] }> {
  const seen: SeenRequest[] = []
  const server = createServer((request, response) => {
    void request.toArray().then((pieces) => {
      const text = Buffer.concat(pieces).toString()
      const { method = '', url = '', headers } = request
      const asked = { method, url, headers, body: text === '' ? {} : JSON.parse(text) }
      seen.push(asked)
      answer(response, asked)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  return { seen, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** A provider that knows only requests for a chat, and sees no other: Ollama is asked for more before a turn. */
export async function openChatProvider(answer: (response: ServerResponse, request: SeenRequest) => void) {
  const isQuestion = ({ url }: SeenRequest): boolean => /^\/api\/(ps|show)$/.test(url)
  const seen: SeenRequest[] = []
  const { url } = await openProvider((response, request) => {
    if (isQuestion(request)) return answerJson(response, 404, { error: 'not found' })
    seen.push(request)
    return answer(response, request)
  })
  return { url, seen }
}

export function answerJson(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
