import { once } from 'node:events'
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'

/** One answer of the scripted provider. */
export type Answer = (response: ServerResponse) => void | Promise<void>

/** Streams a text word by word and finishes normally. */
export const streamText =
  (text: string): Answer =>
  (response) => {
    begin(response)
    for (const word of wordsOf(text)) writeText(response, word)
    finish(response, 'stop')
  }

/** Streams a text, and reports its tokens. */
export const streamCounted =
  (text: string, tokens: { readonly input: number; readonly cached: number; readonly output: number }): Answer =>
  (response) => {
    begin(response)
    for (const word of wordsOf(text)) writeText(response, word)
    write(response, {}, 'stop', {
      prompt_tokens: tokens.input,
      completion_tokens: tokens.output,
      total_tokens: tokens.input + tokens.output,
      prompt_tokens_details: { cached_tokens: tokens.cached },
    })
    response.end('data: [DONE]\n\n')
  }

/** Streams reasoning before the text. */
export const streamReasoning =
  (reasoning: string, text: string): Answer =>
  (response) => {
    begin(response)
    write(response, { reasoning_content: reasoning }, null)
    for (const word of wordsOf(text)) writeText(response, word)
    finish(response, 'stop')
  }

/** Streams slowly, so a test can act during the answer. */
export const streamSlowly =
  (text: string, wordEveryMs: number): Answer =>
  async (response) => {
    begin(response)
    for (const word of wordsOf(text)) {
      if (response.destroyed) return
      writeText(response, word)
      await setTimeout(wordEveryMs)
    }
    finish(response, 'stop')
  }

/** Calls a tool; a string is sent as the arguments unchanged, even if it is not JSON. */
export const callTool =
  (name: string, args: Readonly<Record<string, string>> | string): Answer =>
  (response) => {
    begin(response)
    const json = typeof args === 'string' ? args : JSON.stringify(args)
    const call = { index: 0, id: 'call_1', type: 'function', function: { name, arguments: json } }
    write(response, { tool_calls: [call] }, null)
    finish(response, 'tool_calls')
  }

/** Closes the connection after this text. */
export const disconnectAfter =
  (text: string): Answer =>
  (response) => {
    begin(response)
    for (const word of wordsOf(text)) writeText(response, word)
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

/** Sends a body that no provider should send. */
export const sendRaw =
  (body: string): Answer =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.end(body)
  }

/** An answer that the test resumes. */
export interface PausedAnswer {
  readonly answer: Answer
  /** Resolves when the client has disconnected. */
  readonly left: Promise<void>
  /** Streams the rest and finishes normally. */
  resume(text: string): void
}

/** Streams this text and then waits for the test. */
export function pauseAfter(text: string): PausedAnswer {
  const rest = Promise.withResolvers<string>()
  const left = Promise.withResolvers<void>()
  return {
    async answer(response) {
      void once(response, 'close').then(() => left.resolve())
      begin(response)
      for (const word of wordsOf(text)) writeText(response, word)
      for (const word of wordsOf(await rest.promise)) writeText(response, word)
      finish(response, 'stop')
    },
    left: left.promise,
    resume: rest.resolve,
  }
}

export interface HangingAnswer extends Pick<PausedAnswer, 'answer' | 'left'> {
  /** Resolves when the request has arrived. */
  readonly asked: Promise<void>
}

/** Never responds. */
export function hang(): HangingAnswer {
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

const wordsOf = (text: string): string[] => text.split(/(?<=\s)(?=\S)/)

function begin(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
  response.flushHeaders()
}

const writeText = (response: ServerResponse, content: string): void => write(response, { content }, null)

function finish(response: ServerResponse, reason: 'stop' | 'tool_calls'): void {
  write(response, {}, reason)
  response.end('data: [DONE]\n\n')
}

function write(response: ServerResponse, delta: object, finishReason: string | null, usage?: object): void {
  const choices = [{ index: 0, delta, finish_reason: finishReason }]
  const chunk = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'scripted-1', choices, usage }
  response.write(`data: ${JSON.stringify(chunk)}\n\n`)
}
