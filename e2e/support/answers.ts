import { once } from 'node:events'
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'

/** One answer of the scripted provider. */
export type Answer = (response: ServerResponse) => void | Promise<void>

/** Tells all of it, word by word, and ends well. */
export const streamText =
  (words: string): Answer =>
  (response) => {
    begin(response)
    for (const word of wordsOf(words)) say(response, word)
    finish(response, 'stop')
  }

/** Thinks first, as models do that tell their thoughts. */
export const streamReasoning =
  (thought: string, words: string): Answer =>
  (response) => {
    begin(response)
    write(response, { reasoning_content: thought }, null)
    for (const word of wordsOf(words)) say(response, word)
    finish(response, 'stop')
  }

/** Tells a word at a time, so that what comes while it is told can be tried out. */
export const streamSlowly =
  (words: string, wordEveryMs: number): Answer =>
  async (response) => {
    begin(response)
    for (const word of wordsOf(words)) {
      if (response.destroyed) return
      say(response, word)
      await setTimeout(wordEveryMs)
    }
    finish(response, 'stop')
  }

/** Calls a tool; arguments that are a text are sent as they are, however broken. */
export const calls =
  (name: string, args: Readonly<Record<string, string>> | string): Answer =>
  (response) => {
    begin(response)
    const sent = typeof args === 'string' ? args : JSON.stringify(args)
    const call = { index: 0, id: 'call_1', type: 'function', function: { name, arguments: sent } }
    write(response, { tool_calls: [call] }, null)
    finish(response, 'tool_calls')
  }

/** Loses the connection after these words. */
export const disconnectAfter =
  (words: string): Answer =>
  (response) => {
    begin(response)
    for (const word of wordsOf(words)) say(response, word)
    response.socket?.end()
  }

export const fail =
  (status: number, error: Readonly<Record<string, string>>, headers: OutgoingHttpHeaders = {}): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify({ error }))
  }

/** The list of models. */
export const listModels =
  (...ids: readonly string[]): Answer =>
  (response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ data: ids.map((id) => ({ id })) }))
  }

/** Sends what no provider should. */
export const sendRaw =
  (body: string): Answer =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.end(body)
  }

/** An answer in the hands of the test. */
export interface HeldAnswer {
  readonly answer: Answer
  /** Settles when the one who asked has gone. */
  readonly left: Promise<void>
  /** Tells the rest and ends well. */
  goOn(words: string): void
}

/** Tells these words and then waits for the test. */
export function pauseAfter(words: string): HeldAnswer {
  const held = Promise.withResolvers<string>()
  const left = Promise.withResolvers<void>()
  return {
    async answer(response) {
      void once(response, 'close').then(() => left.resolve())
      begin(response)
      for (const word of wordsOf(words)) say(response, word)
      for (const word of wordsOf(await held.promise)) say(response, word)
      finish(response, 'stop')
    },
    left: left.promise,
    goOn: held.resolve,
  }
}

export interface Hanging extends Pick<HeldAnswer, 'answer' | 'left'> {
  /** Settles when it has been asked. */
  readonly asked: Promise<void>
}

/** Never answers at all. */
export function hang(): Hanging {
  const asked = Promise.withResolvers<void>()
  const left = Promise.withResolvers<void>()
  return {
    answer(response) {
      void once(response, 'close').then(() => left.resolve())
      asked.resolve()
    },
    asked: asked.promise,
    left: left.promise,
  }
}

const wordsOf = (words: string): string[] => words.split(/(?<=\s)(?=\S)/)

function begin(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
  response.flushHeaders()
}

const say = (response: ServerResponse, content: string): void => write(response, { content }, null)

function finish(response: ServerResponse, reason: 'stop' | 'tool_calls'): void {
  write(response, {}, reason)
  response.end('data: [DONE]\n\n')
}

function write(response: ServerResponse, delta: object, finishReason: string | null): void {
  const choices = [{ index: 0, delta, finish_reason: finishReason }]
  const chunk = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'scripted-1', choices }
  response.write(`data: ${JSON.stringify(chunk)}\n\n`)
}
