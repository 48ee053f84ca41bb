import { readDraft, writeDraft } from '../../../hooks/storedDraft.ts'
import type { Provider } from '../../../types/api.ts'
import { type ModelConfigValues, TOOL_STYLES } from './modelConfigValues.ts'

const keyOf = (id: string | null) => `model:${id ?? 'new'}`

/** Headers and request fields, which may be secret: they are kept until the page is reloaded, and never stored. */
const unstored = new Map<string, Pick<ModelConfigValues, 'extraHeaders' | 'extraBody'>>()

/** Keeps unsaved values for the life of the tab, without the key, and without a URL that may hold a password. */
export function saveDraft(id: string | null, values: ModelConfigValues): void {
  const { apiKey, extraHeaders, extraBody, baseUrl, ...others } = values
  unstored.set(keyOf(id), { extraHeaders, extraBody })
  writeDraft(keyOf(id), JSON.stringify(/[@?]/.test(baseUrl) ? others : { ...others, baseUrl }))
}

export function clearDraft(id: string | null): void {
  unstored.delete(keyOf(id))
  writeDraft(keyOf(id), '')
}

/** The draft's values, or `initial` itself if there is no draft. */
export function loadDraft(
  id: string | null,
  initial: ModelConfigValues,
  providers: readonly Provider[],
): ModelConfigValues {
  const left = parse(readDraft(keyOf(id)))
  const provider = providers.find((known) => known.id === left.get('provider'))?.id
  if (provider === undefined) return initial
  const text = (field: keyof ModelConfigValues, otherwise: string) => {
    const found = left.get(field)
    return typeof found === 'string' ? found : otherwise
  }
  return {
    name: text('name', initial.name),
    provider,
    modelName: text('modelName', initial.modelName),
    baseUrl: text('baseUrl', initial.baseUrl),
    exactAddress: left.get('exactAddress') === true,
    inOnePiece: left.get('inOnePiece') === true,
    toolStyle: TOOL_STYLES.find((style) => style === left.get('toolStyle')) ?? initial.toolStyle,
    firstWordTimeout: text('firstWordTimeout', initial.firstWordTimeout),
    totalTimeout: text('totalTimeout', initial.totalTimeout),
    apiKey: initial.apiKey,
    contextWindow: text('contextWindow', initial.contextWindow),
    maxOutputTokens: text('maxOutputTokens', initial.maxOutputTokens),
    temperature: text('temperature', initial.temperature),
    topP: text('topP', initial.topP),
    topK: text('topK', initial.topK),
    presencePenalty: text('presencePenalty', initial.presencePenalty),
    frequencyPenalty: text('frequencyPenalty', initial.frequencyPenalty),
    seed: text('seed', initial.seed),
    reasoningEffort: text('reasoningEffort', initial.reasoningEffort),
    extraHeaders: unstored.get(keyOf(id))?.extraHeaders ?? initial.extraHeaders,
    extraBody: unstored.get(keyOf(id))?.extraBody ?? initial.extraBody,
  }
}

/** Empty for a draft that can't be read: other programs and versions may write to the same storage. */
function parse(draft: string): ReadonlyMap<string, unknown> {
  try {
    const left: unknown = JSON.parse(draft)
    return new Map(typeof left === 'object' && left !== null ? Object.entries(left) : [])
  } catch {
    return new Map()
  }
}
