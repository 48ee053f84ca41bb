import { z } from 'zod'

import { isLocalHost } from '../address/localHost.ts'
import { readText } from '../transport/boundedBody.ts'
import { LIMITS } from '../transport/limits.ts'
import { countCharacters, estimateTokens } from './estimateTokens.ts'

/** Enough for the beginning of any story. */
const SMALLEST = 8192
/** A larger window takes gigabytes of memory, so it is used only if the config asks for it. */
const LARGEST = 32_768
const ROOM_FOR_ANSWER = 1024
/** For all questions before a request. */
const LIMIT_MS = 2000
/** How long a server that left a question open gets no other. */
const SILENCE_MS = 5 * 60_000

const Chat = z.looseObject({
  model: z.string(),
  messages: z.unknown(),
  options: z.looseObject({ num_ctx: z.number().optional(), num_predict: z.number().optional() }).optional(),
})
const Running = z.object({
  models: z.array(z.object({ name: z.string(), context_length: z.number().optional() })),
})
const Shown = z.object({ model_info: z.record(z.string(), z.unknown()) })

/**
 * Sends the size of the context window with each request for a chat, as Ollama by default keeps 4,096 tokens and silently
 * drops the beginning of longer stories. A model that is in memory keeps its window as long as the prompt fits.
 */
export function withContextWindow(inner: typeof fetch, baseURL: string): typeof fetch {
  // Elsewhere, models have all the window they can use.
  if (!isLocalHost(URL.parse(baseURL)?.hostname ?? '')) return inner
  let askAgainAt = 0
  const ask = async (path: string, init: RequestInit): Promise<unknown> => {
    try {
      const response = await inner(`${baseURL}${path}`, init)
      const text = await readText(response, LIMITS.listBytes, 'The list')
      return response.ok ? JSON.parse(text) : null
    } catch {
      return null
    }
  }
  const findWindow = async (model: string, needed: number, access: RequestInit): Promise<number | null> => {
    const running = Running.safeParse(await ask('/ps', access)).data
    if (running === undefined) return null
    const loaded = running.models.find(({ name }) => withTag(name) === withTag(model))?.context_length ?? 0
    if (loaded >= needed) return loaded
    const body = JSON.stringify({ model })
    const shown = Shown.safeParse(await ask('/show', { ...access, method: 'POST', body })).data
    const largest = Math.min(LARGEST, largestWindow(shown?.model_info ?? {}))
    return Math.max(loaded, Math.min(largest, Math.max(SMALLEST, powerOfTwo(needed))))
  }
  /** Ends with the turn; a server that keeps silent holds up only one of them. */
  const findInTime = async (model: string, needed: number, { headers, signal }: RequestInit) => {
    if (performance.now() < askAgainAt) return null
    const limit = AbortSignal.timeout(LIMIT_MS)
    const access = { ...(headers && { headers }), signal: signal ? AbortSignal.any([signal, limit]) : limit }
    const window = await findWindow(model, needed, access)
    if (limit.aborted) askAgainAt = performance.now() + SILENCE_MS
    return window
  }
  return async (input, init = {}) => {
    const { body } = init
    if (typeof body !== 'string') return inner(input, init)
    const chat = Chat.safeParse(JSON.parse(body)).data
    if (chat === undefined || chat.options?.num_ctx !== undefined || isRemote(chat.model)) return inner(input, init)
    const { most } = estimateTokens(countCharacters(body))
    const needed = most + (chat.options?.num_predict ?? ROOM_FOR_ANSWER)
    const window = await findInTime(chat.model, needed, init)
    if (window === null) return inner(input, init)
    return inner(input, { ...init, body: JSON.stringify({ ...chat, options: { ...chat.options, num_ctx: window } }) })
  }
}

/** A local server passes requests for these models on to the cloud. */
const isRemote = (model: string): boolean => /[:-]cloud$/.test(model)

/** The names of Ollama: without a tag, `latest` is meant. */
export const withTag = (name: string): string => (name.includes(':') ? name : `${name}:latest`)

/** Under `llama.context_length`, with the name of the model's architecture. */
function largestWindow(facts: Readonly<Record<string, unknown>>): number {
  const found = Object.entries(facts).find(([name]) => name.endsWith('.context_length'))?.[1]
  return typeof found === 'number' && found > 0 ? found : LARGEST
}

const powerOfTwo = (count: number): number => 2 ** Math.ceil(Math.log2(count))
