import type { ModelConfig, ModelProvider, Provider } from '../../../types/api.ts'

/** What becomes of the stored key. An empty replacement is none. */
export type KeyChange = { readonly kind: 'keep' | 'remove' } | { readonly kind: 'replace'; readonly text: string }

export const PARAMETERS = [
  'contextWindow',
  'maxOutputTokens',
  'temperature',
  'topP',
  'topK',
  'presencePenalty',
  'frequencyPenalty',
  'seed',
  'reasoningEffort',
] as const
export type Parameter = (typeof PARAMETERS)[number]

/** A model config as it stands in the form: everything as it is typed. */
export interface ModelConfigValues extends Readonly<Record<Parameter, string>> {
  readonly name: string
  readonly provider: ModelProvider
  readonly modelName: string
  readonly baseUrl: string
  readonly exactAddress: boolean
  readonly inOnePiece: boolean
  readonly apiKey: KeyChange
  /** One on a line, as `name: value`. */
  readonly extraHeaders: string
  /** A JSON object. */
  readonly extraBody: string
}

export const newValues = (provider: Provider): ModelConfigValues => ({
  name: '',
  provider: provider.id,
  modelName: '',
  baseUrl: provider.defaultBaseUrl ?? '',
  exactAddress: false,
  inOnePiece: false,
  apiKey: { kind: 'replace', text: '' },
  contextWindow: '',
  maxOutputTokens: '',
  temperature: '',
  topP: '',
  topK: '',
  presencePenalty: '',
  frequencyPenalty: '',
  seed: '',
  reasoningEffort: '',
  extraHeaders: '',
  extraBody: '',
})

export function toValues(config: ModelConfig, provider: Provider): ModelConfigValues {
  const { name, modelName, exactAddress, inOnePiece, extraHeaders, extraBody } = config
  const said = (parameter: Parameter) => config[parameter]?.toString() ?? ''
  return {
    name,
    provider: provider.id,
    modelName,
    baseUrl: config.baseUrl ?? provider.defaultBaseUrl ?? '',
    exactAddress,
    inOnePiece,
    apiKey: hasStoredKey(config) ? { kind: 'keep' } : { kind: 'replace', text: '' },
    contextWindow: said('contextWindow'),
    maxOutputTokens: said('maxOutputTokens'),
    temperature: said('temperature'),
    topP: said('topP'),
    topK: said('topK'),
    presencePenalty: said('presencePenalty'),
    frequencyPenalty: said('frequencyPenalty'),
    seed: said('seed'),
    reasoningEffort: said('reasoningEffort'),
    extraHeaders: Object.entries(extraHeaders ?? {})
      .map(([header, value]) => `${header}: ${value}`)
      .join('\n'),
    extraBody: extraBody === null ? '' : JSON.stringify(extraBody, null, 2),
  }
}

/** There is a key of its own, though it may be unreadable. */
export const hasStoredKey = ({ apiKey }: ModelConfig): boolean =>
  apiKey.source === 'stored' || apiKey.source === 'unreadable'

/** Another provider brings its own address, unless somebody has written one. */
export function withProvider(values: ModelConfigValues, from: Provider | undefined, to: Provider): ModelConfigValues {
  const isUntouched = values.baseUrl.trim() === '' || values.baseUrl === (from?.defaultBaseUrl ?? '')
  return { ...values, provider: to.id, baseUrl: isUntouched ? (to.defaultBaseUrl ?? '') : values.baseUrl }
}
