import { chat, chatChunk, DONE, events } from './dialects.ts'
import { answerJson, openProvider } from './provider.ts'
import { CANARY } from './replayApp.ts'

export const ready = chat({ role: 'assistant', content: 'ready' })

export function reporting(given: string): string {
  const call = { index: 0, id: 'c1', type: 'function', function: { name: 'report_ready', arguments: given } }
  return events(chatChunk({ role: 'assistant', tool_calls: [call] }), chatChunk({}, 'tool_calls')) + DONE
}

/** A config of the provider that `openQuill` opens. */
export const quill = { provider: 'openai-compatible', modelName: 'quill-1', apiKey: CANARY }

export interface Behavior {
  readonly key?: string
  readonly models?: readonly string[]
  /** What it calls a tool with; null: it answers in words. */
  readonly toolArguments?: string | null
  /** Parameters that it refuses. */
  readonly refuses?: readonly string[]
}

/** A small provider with two models, which does what a connection test asks for. */
export const openFakeProvider = ({
  key = CANARY,
  models = ['quill-1', 'quill-2'],
  toolArguments = '{"word":"ready"}',
  refuses = [],
}: Behavior = {}) =>
  openProvider((response, { method, headers, body }) => {
    if (headers.authorization !== `Bearer ${key}`) {
      return answerJson(response, 401, { error: { message: `Wrong key: ${headers.authorization ?? 'none'}` } })
    }
    if (method === 'GET') return answerJson(response, 200, { data: models.map((id) => ({ id })) })
    const refused = refuses.find((name) => body[name] !== undefined)
    if (refused !== undefined) {
      return answerJson(response, 400, { error: { message: `Unsupported: ${refused}`, param: refused } })
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    return response.end(body['tools'] !== undefined && toolArguments !== null ? reporting(toolArguments) : ready)
  })
