import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { json } from 'node:stream/consumers'
import { z } from 'zod'

import { chatChunk, DONE, events } from '../../../backend/tests/support/providerStreams.ts'

/** A provider whose model narrates in words of its own, and can walk through the town of "What the Parrot Said". */
export interface WalkingNarrator {
  readonly url: string
  /** The characters of its answers, without those of summaries. */
  readonly narrated: () => number
  /** The requests that it has answered. */
  readonly answered: () => number
  readonly close: () => void
}

const Body = z.object({
  tools: z.array(z.unknown()).default([]),
  tool_choice: z.unknown().optional(),
  messages: z.array(z.object({ role: z.string() })),
})

const ROUND =
  'market plaza tavern plaza church belfry church plaza alley plaza palace_gate plaza quay boatyard quay'.split(' ')

/**
 * @param write a new text of so many words
 * @param moves whether it moves in every turn, or never
 */
export async function openWalkingNarrator(write: (words: number) => string, moves: boolean): Promise<WalkingNarrator> {
  let narrated = 0
  let steps = 0
  let answered = 0
  const answer = (body: unknown): string => {
    const { tools, tool_choice: choice, messages } = Body.parse(body)
    const isSummary = tools.length === 0
    const begins = !isSummary && choice !== 'none' && messages.at(-1)?.role === 'user'
    if (begins && moves) return move(ROUND[steps++ % ROUND.length])
    const text = write(isSummary ? SUMMARY_WORDS : TURN_WORDS)
    if (!isSummary) narrated += text.length
    return events(chatChunk({ role: 'assistant', content: text }), chatChunk({}, 'stop')) + DONE
  }
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      answered += 1
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end(answer(body))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: urlOf(server), narrated: () => narrated, answered: () => answered, close: () => void server.close() }
}

const TURN_WORDS = 130
const SUMMARY_WORDS = 80

function move(to = 'market'): string {
  const call = { name: 'go_to', arguments: JSON.stringify({ to }) }
  const tool_calls = [{ index: 0, id: 'call_0', type: 'function', function: call }]
  return events(chatChunk({ role: 'assistant', tool_calls }), chatChunk({}, 'tool_calls')) + DONE
}

function urlOf(server: Server): string {
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}
