import type { ModelProvider } from '../../../providers.ts'

type Table = readonly (readonly [name: RegExp, tokens: number])[]

/**
 * The context windows of hosted models, in tokens, as their providers document them (November 2026). The first pattern
 * that matches the name counts; a provider's own list takes precedence.
 */
const KNOWN: Partial<Readonly<Record<ModelProvider, Table>>> = {
  anthropic: [
    [/^claude-(opus|sonnet|fable|mythos)-[5-9]/, 1_000_000],
    [/^claude-haiku-5[-.][5-9]/, 1_000_000],
    [/^claude-(opus-4[-.][678]|sonnet-4[-.]6)/, 1_000_000],
    [/^claude-(2$|2\.0|instant)/, 100_000],
    [/^claude/, 200_000],
  ],
  deepseek: [
    [/^deepseek-(v4|flash)/, 1_000_000],
    [/^deepseek-r1-distill/, 32_768],
    [/^deepseek/, 128_000],
  ],
  google: [
    [/^gemini/, 1_000_000],
    [/^gemma-2/, 8192],
    [/^gemma/, 32_768],
  ],
  mistral: [
    [/^(mistral-tiny|(open-)?mistral-7b|(open-)?mixtral-8x7b|mistral-small-24b)/, 32_768],
    [/^(mistral|magistral|ministral|devstral|codestral|open-mi|pixtral)/, 128_000],
  ],
  openai: [
    [/^gpt-3\.5-turbo-(0301|0613|instruct)/, 4096],
    [/^gpt-3\.5/, 16_385],
    [/^gpt-4(-0314|-0613)?$/, 8192],
    [/^gpt-4-32k/, 32_768],
    [/^gpt-4\.1/, 1_000_000],
    [/^(gpt-4|chatgpt|gpt-oss)/, 128_000],
    [/^gpt-5.*-chat/, 128_000],
    [/^gpt-[56]/, 400_000],
    [/^o[134]/, 200_000],
  ],
  xai: [
    [/^grok-[23]/, 131_072],
    [/^grok/, 256_000],
  ],
}

/** What providers of the models of many vendors put before a name. */
const VENDORS: ReadonlyMap<string, ModelProvider> = new Map<string, ModelProvider>([
  ['anthropic', 'anthropic'],
  ['deepseek', 'deepseek'],
  ['deepseek-ai', 'deepseek'],
  ['google', 'google'],
  ['mistral', 'mistral'],
  ['mistralai', 'mistral'],
  ['models', 'google'],
  ['openai', 'openai'],
  ['x-ai', 'xai'],
  ['xai', 'xai'],
])

/** Null for a model that the table lacks. Its name may have a vendor in front, and a variant after a colon. */
export function findKnownWindow(provider: ModelProvider, modelName: string): number | null {
  const [plain = ''] = modelName.trim().toLowerCase().split(':')
  const slash = plain.lastIndexOf('/')
  const [vendor] = plain.slice(0, Math.max(slash, 0)).split('/').slice(-1)
  const named = vendor === undefined || vendor === '' ? provider : VENDORS.get(vendor)
  if (named === undefined) return null
  const name = plain.slice(slash + 1)
  return KNOWN[named]?.find(([pattern]) => pattern.test(name))?.[1] ?? null
}
