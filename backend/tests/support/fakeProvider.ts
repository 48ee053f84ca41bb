import { chat, chatChunk, DONE, events } from './providerStreams.ts'
import { answerJson, openProvider } from './provider.ts'
import { CANARY } from './replayApp.ts'

export const ready = chat({ role: 'assistant', content: 'ready' })

export const READY_ARGUMENTS = '{"to":"office_12"}'

export function readyCall(args: string = READY_ARGUMENTS): string {
  const call = { index: 0, id: 'c1', type: 'function', function: { name: 'report_ready', arguments: args } }
  return events(chatChunk({ role: 'assistant', tool_calls: [call] }), chatChunk({}, 'tool_calls')) + DONE
}

/** A model config for the provider of `openFakeProvider`. */
export const fakeConfig = { provider: 'openai-compatible', modelName: 'quill-1', apiKey: CANARY }

export interface Behavior {
  readonly key?: string
  readonly models?: readonly string[]
  /** The arguments of its tool call; null to answer with text instead. */
  readonly toolArguments?: string | null
  /** The parameters that it rejects. */
  readonly rejects?: readonly string[]
}

/** A small provider with two models that passes a connection test. */
export const openFakeProvider = ({
  key = CANARY,
  models = ['quill-1', 'quill-2'],
  toolArguments = READY_ARGUMENTS,
  rejects = [],
}: Behavior = {}) =>
  openProvider((response, { method, headers, body }) => {
    if (headers.authorization !== `Bearer ${key}`) {
      return answerJson(response, 401, { error: { message: `Wrong key: ${headers.authorization ?? 'none'}` } })
    }
    if (method === 'GET') return answerJson(response, 200, { data: models.map((id) => ({ id })) })
    const rejected = rejects.find((name) => body[name] !== undefined)
    if (rejected !== undefined) {
      return answerJson(response, 400, { error: { message: `Unsupported: ${rejected}`, param: rejected } })
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    return response.end(body['tools'] !== undefined && toolArguments !== null ? readyCall(toolArguments) : ready)
  })
