import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

import { type Answer, fail } from './answers.ts'

export interface ScriptedProvider {
  readonly baseUrl: string
  /** The bodies of the requests so far, as they were sent. */
  readonly requests: readonly string[]
  /** Queues answers, one for each of the next requests. */
  script(...answers: readonly Answer[]): void
  close(): Promise<void>
}

/** A local provider with OpenAI's chat API that sends scripted answers. */
export async function startScriptedProvider(): Promise<ScriptedProvider> {
  const requests: string[] = []
  const scripted: Answer[] = []

  async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    requests.push(await text(request))
    await (scripted.shift() ?? NOTHING_SCRIPTED)(response)
  }

  const server = createServer((request, response) => void reply(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The provider has no port.')
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    requests,
    script: (...answers) => void scripted.push(...answers),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

const NOTHING_SCRIPTED = fail(501, { message: 'No answer is scripted for this request.' })
