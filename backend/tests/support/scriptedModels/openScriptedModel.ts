import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

import type { BenchmarkBook } from '../../../src/benchmark/script/benchmarkBooks.ts'
import type { ScriptedStep } from '../../../src/benchmark/play/scriptedModel.ts'
import { chatChunk, DONE, events } from '../providerStreams.ts'
import type { Behavior, SeenStep } from './behaviors.ts'

const Message = z.object({ role: z.string(), content: z.unknown() })
const Body = z.object({ messages: z.array(Message), tools: z.array(z.unknown()).optional() })

export interface ScriptedModelOptions {
  readonly books: readonly Pick<BenchmarkBook, 'script'>[]
  readonly behavior: Behavior
  /** Whether it reports the tokens of each answer. */
  readonly countsTokens?: boolean
  /** Awaited before each answer. */
  readonly beforeAnswer?: (step: SeenStep) => Promise<void> | void
}

export interface ScriptedModelServer {
  readonly url: string
  /** The turns of all requests, in order. */
  readonly seen: readonly SeenStep[]
  readonly close: () => Promise<void>
}

/** A model of known quality, behind a server that speaks the protocol of OpenAI. It knows the turns of its scripts. */
export async function openScriptedModel(options: ScriptedModelOptions): Promise<ScriptedModelServer> {
  const { behavior, countsTokens = true, beforeAnswer } = options
  const seen: SeenStep[] = []
  const server = createServer((request, response) => {
    void request.toArray().then(async (pieces) => {
      if (request.method === 'GET') {
        return response.writeHead(200, JSON_TYPE).end(JSON.stringify({ data: [{ id: 'scripted' }] }))
      }
      const text = Buffer.concat(pieces).toString()
      const step = findStep(text, options.books)
      if (step === null) return response.writeHead(400, JSON_TYPE).end('{"error":{"message":"Unknown turn."}}')
      seen.push(step)
      await beforeAnswer?.(step)
      return response
        .writeHead(200, { 'content-type': 'text/event-stream' })
        .end(toStream(behavior(step), countsTokens ? text.length : null))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const JSON_TYPE = { 'content-type': 'application/json' }

/** The turn is that of the last message of the player; a message of the engine may follow it. */
function findStep(body: string, books: ScriptedModelOptions['books']): SeenStep | null {
  const { messages, tools = [] } = Body.parse(JSON.parse(body))
  const last = messages.findLastIndex(
    ({ role, content }) => role === 'user' && PLAYER_SAYS.test(JSON.stringify(content)),
  )
  const said = JSON.stringify(messages[last]?.content ?? '')
  const turns = books.flatMap(({ script }) =>
    script.turns.map((turn, index) => ({ turn, index, next: script.turns[index + 1] })),
  )
  const found = turns.find(({ turn }) => said.includes(JSON.stringify(turn.says).slice(1, -1)))
  if (found === undefined) return null
  const results = messages.slice(last + 1).filter(({ role }) => role === 'tool').length
  return { ...found, results, hasTools: tools.length > 0, request: body }
}

const PLAYER_SAYS = /# The player says/

const BYTES_PER_TOKEN = 4

function toStream({ calls, text }: ScriptedStep, requestBytes: number | null): string {
  const toolCalls = calls.map((call, index) => ({
    index,
    id: `call_${index}`,
    type: 'function',
    function: { name: call.function, arguments: JSON.stringify(call.args) },
  }))
  const finish = calls.length > 0 ? 'tool_calls' : 'stop'
  const written = JSON.stringify({ calls, text }).length
  const usage =
    requestBytes === null
      ? {}
      : {
          usage: {
            prompt_tokens: Math.ceil(requestBytes / BYTES_PER_TOKEN),
            completion_tokens: Math.ceil(written / BYTES_PER_TOKEN),
            total_tokens: Math.ceil((requestBytes + written) / BYTES_PER_TOKEN),
          },
        }
  return (
    events(
      chatChunk({
        role: 'assistant',
        ...(text !== '' && { content: text }),
        ...(calls.length > 0 && { tool_calls: toolCalls }),
      }),
      chatChunk({}, finish, usage),
    ) + DONE
  )
}
