import type { ModelConfig, ModelProvider, Proposal, Provider, ToolStyle } from '../../../types/api.ts'

/** What happens to the stored key. An empty replacement leaves the model without a key. */
export type KeyChange = { readonly kind: 'keep' | 'remove' } | { readonly kind: 'replace'; readonly text: string }

export const TOOL_STYLES = ['growing', 'narrow', 'text'] as const satisfies readonly ToolStyle[]

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

/** The form's values, as they are typed. */
export interface ModelConfigValues extends Readonly<Record<Parameter, string>> {
  readonly name: string
  readonly provider: ModelProvider
  readonly modelName: string
  readonly baseUrl: string
  readonly exactAddress: boolean
  readonly inOnePiece: boolean
  readonly toolStyle: ToolStyle
  /** Seconds; empty for the app's own limits. */
  readonly firstWordTimeout: string
  readonly totalTimeout: string
  readonly apiKey: KeyChange
  /** One `name: value` per line. */
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
  toolStyle: 'growing',
  firstWordTimeout: '',
  totalTimeout: '',
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
  const { name, modelName, exactAddress, inOnePiece, toolStyle, timeouts, extraHeaders, extraBody } = config
  const text = (parameter: Parameter) => config[parameter]?.toString() ?? ''
  return {
    name,
    provider: provider.id,
    modelName,
    baseUrl: config.baseUrl ?? provider.defaultBaseUrl ?? '',
    exactAddress,
    inOnePiece,
    toolStyle,
    firstWordTimeout: timeouts.firstWord?.toString() ?? '',
    totalTimeout: timeouts.total?.toString() ?? '',
    apiKey: hasStoredKey(config) ? { kind: 'keep' } : { kind: 'replace', text: '' },
    contextWindow: text('contextWindow'),
    maxOutputTokens: text('maxOutputTokens'),
    temperature: text('temperature'),
    topP: text('topP'),
    topK: text('topK'),
    presencePenalty: text('presencePenalty'),
    frequencyPenalty: text('frequencyPenalty'),
    seed: text('seed'),
    reasoningEffort: text('reasoningEffort'),
    extraHeaders: Object.entries(extraHeaders ?? {})
      .map(([header, value]) => `${header}: ${value}`)
      .join('\n'),
    extraBody: extraBody === null ? '' : JSON.stringify(extraBody, null, 2),
  }
}

/** Whether a key is stored, even if it can't be read. */
export const hasStoredKey = ({ apiKey }: ModelConfig): boolean =>
  apiKey.source === 'stored' || apiKey.source === 'unreadable'

/** Changes the provider. The URL changes too, unless the reader has typed one. */
export function withProvider(values: ModelConfigValues, from: Provider | undefined, to: Provider): ModelConfigValues {
  const isUntouched = values.baseUrl.trim() === '' || values.baseUrl === (from?.defaultBaseUrl ?? '')
  return { ...values, provider: to.id, baseUrl: isUntouched ? (to.defaultBaseUrl ?? '') : values.baseUrl }
}

/** The values that a connection test proposes. It can only empty parameters. */
export function toValueChange(proposal: Proposal): Partial<ModelConfigValues> {
  const { modelName, baseUrl, exactAddress, inOnePiece, toolStyle } = proposal
  const parameters = PARAMETERS.filter((name) => proposal[name] !== undefined)
  return {
    ...(modelName !== undefined && { modelName }),
    ...(baseUrl !== undefined && { baseUrl }),
    ...(exactAddress !== undefined && { exactAddress }),
    ...(inOnePiece !== undefined && { inOnePiece }),
    ...(toolStyle !== undefined && { toolStyle }),
    ...Object.fromEntries(parameters.map((name) => [name, ''])),
  }
}
