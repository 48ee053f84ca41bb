import { z } from 'zod'

import type { ModelProvider } from '../../providers.ts'
import { providers } from '../providers/providers.ts'

/** A model that a provider offers, with the facts in its list. */
export const ListedModel = z
  .object({
    id: z.string(),
    contextWindow: z.number().optional(),
    tools: z.boolean().optional(),
    vision: z.boolean().optional(),
    reasoning: z.boolean().optional(),
    price: z
      .object({
        input: z.number(),
        output: z.number(),
        cachedInput: z.number().optional(),
        cacheWrite: z.number().optional(),
      })
      .optional()
      .describe('US dollars per million tokens'),
  })
  .meta({ id: 'ListedModel' })
export type ListedModel = z.infer<typeof ListedModel>

const maybe = <Type extends z.ZodType>(type: Type) => type.nullish().catch(undefined)
const supported = maybe(z.object({ supported: z.boolean() }))

/** More US dollars than a token of any model costs. */
const MOST_FOR_A_TOKEN = 1
const DECIMAL = /^(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i
/** US dollars for a token, as a number or as text. An empty text or `null` is no price, not even zero. */
const tokenPrice = z
  .union([z.number(), z.string().regex(DECIMAL).transform(Number)])
  .pipe(z.number().min(0).max(MOST_FOR_A_TOKEN))

/** The fields that the app reads of every dialect; an entry has only a few of them. */
const Entry = z.object({
  id: maybe(z.string()),
  name: maybe(z.string()),
  max_input_tokens: maybe(z.number()),
  inputTokenLimit: maybe(z.number()),
  max_context_length: maybe(z.number()),
  context_length: maybe(z.number()),
  max_model_len: maybe(z.number()),
  supportedGenerationMethods: maybe(z.array(z.string())),
  thinking: maybe(z.boolean()),
  capabilities: maybe(
    z.object({
      completion_chat: maybe(z.boolean()),
      function_calling: maybe(z.boolean()),
      reasoning: maybe(z.boolean()),
      vision: maybe(z.boolean()),
      thinking: supported,
      image_input: supported,
    }),
  ),
  supported_parameters: maybe(z.array(z.string())),
  architecture: maybe(z.object({ input_modalities: z.array(z.string()) })),
  pricing: maybe(
    // A negative price means that it varies.
    z.object({
      prompt: tokenPrice,
      completion: tokenPrice,
      input_cache_read: maybe(tokenPrice),
      input_cache_write: maybe(tokenPrice),
    }),
  ),
})
type Entry = z.infer<typeof Entry>

const Entries = z.array(z.unknown())
const List = z.object({ data: maybe(Entries), models: maybe(Entries) })

/** The chat models of a list, without unreadable and duplicate entries; null if the body holds no list. */
export function readModelList(provider: ModelProvider, body: unknown): readonly ListedModel[] | null {
  const entries = entriesOf(body)
  if (entries === null) return null
  const models = new Map<string, ListedModel>()
  for (const item of entries) {
    const { data: entry } = Entry.safeParse(typeof item === 'string' ? { id: item } : item)
    const id = entry && idOf(entry, provider)
    if (id !== undefined && entry !== undefined && canChat(entry, id) && !models.has(id))
      models.set(id, toModel(id, entry))
  }
  return [...models.values()]
}

/** Some servers send the list without an object around it. */
function entriesOf(body: unknown): readonly unknown[] | null {
  const { data: bare } = Entries.safeParse(body)
  const { data: list } = List.safeParse(body)
  return bare ?? list?.data ?? list?.models ?? null
}

function idOf({ id, name }: Entry, provider: ModelProvider): string | undefined {
  const found = providers[provider].server?.modelIdField === 'name' ? (name ?? id) : (id ?? name)
  const plain = found?.replace(/^models\//, '') ?? ''
  return plain === '' ? undefined : plain
}

const NO_CHAT =
  /embed|whisper|^tts|-tts|dall-e|moderation|realtime|transcribe|audio|image|^sora|^davinci-002|^babbage-002|ocr|rerank|all-minilm/i

function canChat({ supportedGenerationMethods, capabilities }: Entry, id: string): boolean {
  if (NO_CHAT.test(id)) return false
  return supportedGenerationMethods?.includes('generateContent') ?? capabilities?.completion_chat ?? true
}

function toModel(id: string, entry: Entry): ListedModel {
  const { capabilities, supported_parameters: parameters, architecture } = entry
  const contextWindow =
    entry.max_input_tokens ??
    entry.inputTokenLimit ??
    entry.max_context_length ??
    entry.context_length ??
    entry.max_model_len
  const tools = capabilities?.function_calling ?? parameters?.includes('tools')
  const reasoning =
    entry.thinking ?? capabilities?.reasoning ?? capabilities?.thinking?.supported ?? parameters?.includes('reasoning')
  const vision =
    capabilities?.vision ?? capabilities?.image_input?.supported ?? architecture?.input_modalities.includes('image')
  const price = priceOf(entry)
  return {
    id,
    ...(contextWindow != null && { contextWindow }),
    ...(tools != null && { tools }),
    ...(vision != null && { vision }),
    ...(reasoning != null && { reasoning }),
    ...(price !== undefined && { price }),
  }
}

const MILLION = 1_000_000

function priceOf({ pricing }: Entry): ListedModel['price'] {
  if (pricing == null) return undefined
  const perMillion = (price: number): number => Number((price * MILLION).toFixed(4))
  const { prompt, completion, input_cache_read: read, input_cache_write: write } = pricing
  return {
    input: perMillion(prompt),
    output: perMillion(completion),
    ...(read != null && { cachedInput: perMillion(read) }),
    ...(write != null && { cacheWrite: perMillion(write) }),
  }
}
