import type { Message } from '../../src/messages/message.ts'
import type { NetworkProvider } from './networkProviders.ts'
import { openChatProvider } from './provider.ts'
import type { ReplayApp } from './replayApp.ts'

/** What a stored answer holds, as far as the dialects decide it. */
export interface Played {
  readonly status: Message['status']
  readonly text: string
  readonly thinking: string
  /** Each call and how it ended. */
  readonly calls: readonly (readonly [name: string, input: unknown, result: string])[]
  readonly code: string | undefined
  readonly providerMessage: string | undefined
  readonly usage: readonly (number | null | undefined)[]
  readonly requests: number
}

interface Options {
  readonly contentType?: string
  /** Breaks the connection at the end. */
  readonly breaks?: boolean
}

/** Plays streams as the answers to the requests of one turn; the last one answers all further requests. */
export async function playStreams(
  app: ReplayApp,
  provider: NetworkProvider,
  streams: readonly (string | Buffer)[],
  { contentType = 'text/event-stream', breaks = false }: Options = {},
): Promise<Played> {
  let requests = 0
  const { url } = await openChatProvider((response) => {
    const stream = streams[Math.min(requests, streams.length - 1)] ?? ''
    requests += 1
    response.writeHead(200, { 'content-type': contentType })
    if (breaks && requests === 1) response.write(stream, () => response.destroy())
    else response.end(stream)
  })
  const id = await app.createConfig({ provider, modelName: 'm', baseUrl: url })
  const message = await app.playTurn(await app.createSession(), id, 'I go to the pantry.')
  return { ...toPlayed(message), requests }
}

function toPlayed({ status, parts, error, usage, receipts }: Message): Omit<Played, 'requests'> {
  const textOf = (type: 'text' | 'thinking'): string =>
    parts.map((part) => (part.type === type ? part.text : '')).join('')
  return {
    status,
    text: textOf('text'),
    thinking: textOf('thinking'),
    calls: parts.flatMap((part) => {
      if (part.type !== 'tool-call') return []
      const entry = receipts.find(({ id }) => id === part.receiptId)
      return [[part.toolName, part.input, entry?.receipt.result ?? 'none'] as const]
    }),
    code: error?.code,
    providerMessage: error?.providerMessage,
    usage: [usage?.inputTokens, usage?.outputTokens],
  }
}
