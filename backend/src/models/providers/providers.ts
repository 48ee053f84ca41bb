import type { Provider } from '../provider.ts'
import { anthropic } from './anthropic.ts'
import { builtin } from './builtin.ts'
import { deepseek } from './deepseek.ts'
import { google } from './google.ts'
import { mistral } from './mistral.ts'
import { ollama } from './ollama.ts'
import { openai } from './openai.ts'
import { openaiCompatible } from './openaiCompatible.ts'
import { openrouter } from './openrouter.ts'
import { xai } from './xai.ts'

/** All providers, in the order in which forms list them. */
const table = {
  anthropic,
  deepseek,
  google,
  mistral,
  ollama,
  openai,
  openrouter,
  xai,
  'openai-compatible': openaiCompatible,
  builtin,
} as const satisfies Record<string, Provider>

/** The id of a provider, as databases, files and the API name it. */
export type ModelProvider = keyof typeof table

export const providers: Readonly<Record<ModelProvider, Provider>> = table

export const isProvider = (name: string): name is ModelProvider => Object.hasOwn(table, name)

export const PROVIDERS: readonly ModelProvider[] = Object.keys(table).filter(isProvider)
