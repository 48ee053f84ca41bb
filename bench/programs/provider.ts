import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { now, sleep } from '../lib/clock.ts'

/**
 * An OpenAI-compatible provider that writes marked words at a given speed and logs when it wrote each one.
 * `[[fake ttft=20 tps=50 tokens=10 call=1]]` in the player's message sets the delay, speed and length of one answer, and
 * whether it first calls the first tool that is offered.
 */
interface AnswerShape {
  /** Milliseconds from the request to the first word. */
  ttft: number
  /** Words per second; 0 for no limit. */
  tps: number
  tokens: number
  /** 1 for an answer that starts with a tool call. */
  call: number
}

interface Sent {
  readonly request: number
  readonly receivedAt: number
  /** The number of messages in the request. */
  readonly messages: number
  readonly wordsAt: number[]
  endedAt: number | null
}

const ChatRequest = z.object({
  messages: z.array(z.object({ role: z.string(), content: z.unknown() })),
  tools: z.array(z.unknown()).default([]),
})

const WORDS = 'the lantern gutters and a cold draught climbs the stair while somewhere below a latch lifts'.split(' ')
const sent: Sent[] = []

const server = createServer((request, response) => {
  const receivedAt = now()
  const path = request.url ?? '/'
  if (path.startsWith('/log')) sendLog(Number(new URL(path, 'http://localhost').searchParams.get('from')), response)
  else void answer(request, response, receivedAt)
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') console.log(`provider at http://127.0.0.1:${address.port}`)
})

function sendLog(from: number, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ next: sent.length, sent: sent.slice(from) }))
}

async function answer(request: IncomingMessage, response: ServerResponse, receivedAt: number): Promise<void> {
  const { messages, tools } = ChatRequest.parse(JSON.parse(await text(request)))
  const shape = readAnswerShape(messages.findLast(({ role }) => role === 'user')?.content)
  const record: Sent = { request: sent.length, receivedAt, messages: messages.length, wordsAt: [], endedAt: null }
  sent.push(record)
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
  response.socket?.setNoDelay(true)
  await sleepUntil(receivedAt + shape.ttft * 1000)
  response.write(chunk({ role: 'assistant', content: '' }))
  const call = tools.length > 0 ? findCall(messages.findLast(({ role }) => role === 'user')?.content) : null
  if (shape.call > 0 && call !== null && messages.at(-1)?.role !== 'tool') {
    const toolCall = { index: 0, id: `call_${record.request}`, type: 'function', function: call }
    response.end(`${chunk({ tool_calls: [toolCall] }, 'tool_calls')}data: [DONE]\n\n`)
    record.endedAt = now()
    return
  }
  const start = now()
  for (let word = 0; word < shape.tokens && !response.destroyed; word += 1) {
    if (shape.tps > 0) await sleepUntil(start + (word / shape.tps) * 1e6)
    record.wordsAt.push(now())
    response.write(chunk({ content: `${WORDS[word % WORDS.length]}(#${record.request}.${word}) ` }))
  }
  response.end(`${chunk({}, 'stop')}data: [DONE]\n\n`)
  record.endedAt = now()
}

function readAnswerShape(content: unknown): AnswerShape {
  const shape: AnswerShape = { ttft: 0, tps: 0, tokens: 60, call: 0 }
  const [, settings = ''] = /\[\[fake ([^\]]*)\]\]/.exec(JSON.stringify(content ?? '')) ?? []
  for (const [, name, value] of settings.matchAll(/(ttft|tps|tokens|call)=(\d+)/g))
    Object.assign(shape, { [name ?? '']: Number(value) })
  return shape
}

/** The first call that the request lists, with the first id for each argument; null if it lists none. */
function findCall(content: unknown): { readonly name: string; readonly arguments: string } | null {
  const [, lines = ''] = JSON.stringify(content ?? '').split('# What can be done now\\n\\n')
  const [, name, ids = ''] = /^- (\w+)((?:\\n {2}\w+ [\w.]+[^\\]*)*)/.exec(lines) ?? []
  if (name === undefined) return null
  const args = new Map<string, string>()
  for (const [, key = '', id = ''] of ids.matchAll(/\\n {2}(\w+) ([\w.]+)/g)) if (!args.has(key)) args.set(key, id)
  return { name, arguments: JSON.stringify(Object.fromEntries(args)) }
}

async function sleepUntil(time: number): Promise<void> {
  const milliseconds = (time - now()) / 1000
  if (milliseconds > 0) await sleep(milliseconds)
}

const chunk = (delta: object, finishReason: string | null = null): string =>
  `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'fake', choices: [{ index: 0, delta, finish_reason: finishReason }] })}\n\n`
