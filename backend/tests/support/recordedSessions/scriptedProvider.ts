import { once } from 'node:events'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { z } from 'zod'

import { chatChunk, DONE, events } from '../providerStreams.ts'
import type { RecordedAnswer } from './recordedSession.ts'
import type { ChatBody } from './sharedPrefix.ts'

/** A provider of chat completions that gives recorded answers. */
export interface ScriptedProvider {
  readonly url: string
  /** The bodies of all requests, in their order. */
  readonly bodies: readonly ChatBody[]
  /** Gives these answers from now on, one for each request, then the last text again. */
  readonly expect: (answers: readonly RecordedAnswer[]) => void
  readonly close: () => Promise<void>
}

const Body = z.object({ tools: z.unknown().optional(), messages: z.array(z.unknown()) })

export async function openScriptedProvider(): Promise<ScriptedProvider> {
  const bodies: ChatBody[] = []
  let left: RecordedAnswer[] = []
  let lastText = ''
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      bodies.push(Body.parse(body))
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.end(toStream(left.shift() ?? { text: lastText, calls: [] }, bodies.length))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}`,
    bodies,
    expect(answers) {
      left = [...answers]
      lastText = answers.findLast(({ text }) => text !== '')?.text ?? lastText
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function toStream({ text, calls }: RecordedAnswer, request: number): string {
  const tool_calls = calls.map(({ name, arguments: args }, index) => ({
    index,
    id: `call_${request}_${index}`,
    type: 'function',
    function: { name, arguments: JSON.stringify(args) },
  }))
  const delta = tool_calls.length === 0 ? { content: text } : { content: text, tool_calls }
  return (
    events(chatChunk({ role: 'assistant', ...delta }), chatChunk({}, calls.length === 0 ? 'stop' : 'tool_calls')) + DONE
  )
}
