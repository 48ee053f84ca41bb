import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

import { chatChunk, DONE, events } from './providerStreams.ts'

export interface ScriptedAnswer {
  /** Of the answer, or of its error. */
  readonly text: string
  /** A function that it calls after the text. */
  readonly call?: { readonly name: string; readonly arguments: string }
  /** What the provider reports, in its own form. */
  readonly usage?: unknown
  /** Of the answer, if it failed. */
  readonly status?: number
  /** The answer waits for it before its end. */
  readonly wait?: Promise<unknown>
}

export interface ScriptedProvider {
  readonly url: string
  /** The bodies that have arrived, as they were sent. */
  readonly bodies: string[]
}

/** A provider that streams what a script says for each request, with the usage that the script reports. */
export async function openScriptedProvider(
  script: (body: string, number: number) => ScriptedAnswer,
): Promise<ScriptedProvider> {
  const bodies: string[] = []
  const answer = async (response: ServerResponse, body: string): Promise<void> => {
    bodies.push(body)
    const { text, call, usage, status = 200, wait } = script(body, bodies.length)
    if (status !== 200) {
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify({ error: { message: text } }))
      return
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(events(chatChunk({ role: 'assistant', content: text })))
    if (call !== undefined) {
      const calls = [{ index: 0, id: `call-${bodies.length}`, type: 'function', function: call }]
      response.write(events(chatChunk({ tool_calls: calls })))
    }
    await wait
    response.end(events(chatChunk({}, call === undefined ? 'stop' : 'tool_calls', { usage })) + DONE)
  }
  const server = createServer((request, response) => {
    void request.toArray().then((pieces) => {
      const body = Buffer.concat(pieces).toString()
      if (request.method === 'GET') response.writeHead(404).end()
      else void answer(response, body)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  return { bodies, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` }
}
