import { z } from 'zod'

import { isLocalHost } from '../../address/localHost.ts'
import type { ServerQuestion } from '../../provider.ts'

/** Below `/v1`, Ollama speaks the chat completions of OpenAI instead of its own API. */
export const isCompatible = (baseUrl: string): boolean => baseUrl.endsWith('/v1')

/** The native API, which knows more about a model than the one below `/v1`. */
export const nativeUrl = (baseUrl: string): string => baseUrl.replace(/\/v1$/, '/api')

/** A larger window takes gigabytes of memory, so it is requested only if the config asks for it. */
const LARGEST = 16_384

/** A model as it is in memory. */
export interface LoadedModel {
  readonly isLoaded: boolean
  readonly contextLength: number | null
}

const Running = z.object({ models: z.array(z.object({ name: z.string(), context_length: z.number().optional() })) })
const Shown = z.object({ model_info: z.record(z.string(), z.unknown()) })

/** Null if the server doesn't say. */
export async function findLoaded({ baseUrl, modelName, request }: ServerQuestion): Promise<LoadedModel | null> {
  const { data } = Running.safeParse(await request(`${nativeUrl(baseUrl)}/ps`).catch(() => null))
  const found = data?.models.find(({ name }) => withTag(name) === withTag(modelName))
  if (data === undefined) return null
  return { isLoaded: found !== undefined, contextLength: found?.context_length ?? null }
}

/**
 * The window that a model has in memory, if it is large enough: another would make the server load it again. Else as much
 * as the model can use, within limits on a local server. Below `/v1` no window can be requested: what is loaded counts.
 */
export async function chooseOllamaWindow(question: ServerQuestion): Promise<number | null> {
  const { baseUrl, modelName } = question
  if (isRemote(modelName) || !isLocalHost(new URL(baseUrl).hostname)) return findLargest(question)
  const loaded = (await findLoaded(question))?.contextLength ?? null
  if (isCompatible(baseUrl) || (loaded !== null && loaded >= LARGEST)) return loaded
  const largest = await findLargest(question)
  return largest === null ? loaded : Math.max(loaded ?? 0, Math.min(LARGEST, largest))
}

/** Servers elsewhere give their models all the window they can use, and below `/v1` there is no field for it. */
export const canRequestWindow = (baseUrl: string, modelName: string): boolean =>
  !isCompatible(baseUrl) && isLocalHost(new URL(baseUrl).hostname) && !isRemote(modelName)

/** Null if the server doesn't say. The number stands under `llama.context_length`, with the architecture's name. */
async function findLargest({ baseUrl, modelName, request }: ServerQuestion): Promise<number | null> {
  const shown = await request(`${nativeUrl(baseUrl)}/show`, { model: modelName }).catch(() => null)
  const facts = Shown.safeParse(shown).data?.model_info ?? {}
  const found = Object.entries(facts).find(([name]) => name.endsWith('.context_length'))?.[1]
  return typeof found === 'number' && found > 0 ? found : null
}

/** A local server passes requests for these models on to the cloud. */
const isRemote = (modelName: string): boolean => /[:-]cloud$/.test(modelName)

/** The names of Ollama: without a tag, `latest` is meant. */
const withTag = (name: string): string => (name.includes(':') ? name : `${name}:latest`)
