/** The ways to reach a model that a model config can name. */
export const PROVIDERS = [
  'anthropic',
  'deepseek',
  'google',
  'mistral',
  'ollama',
  'openai',
  'openrouter',
  'xai',
  'openai-compatible',
  'builtin',
] as const
export type ModelProvider = (typeof PROVIDERS)[number]
/** Those that are asked over the network. */
export type NetworkProvider = Exclude<ModelProvider, 'builtin'>

export interface ProviderFacts {
  readonly label: string
  /** The provider's own address; null where everybody has their own. */
  readonly presetBaseUrl: string | null
  /** Without an address there is nobody to ask. */
  readonly baseUrlRequired: boolean
  /** At the preset address; elsewhere it may be empty. */
  readonly apiKeyRequired: boolean
  /** The first that is set counts. */
  readonly apiKeyVariables: readonly string[]
  /** The one address that a key of the environment goes to. */
  readonly environmentKeyHost: string | null
  readonly apiKeyUrl: string | null
  /** Runs on a machine of one's own. */
  readonly isLocal: boolean
}

export const providerFacts: Record<ModelProvider, ProviderFacts> = {
  anthropic: hosted({
    label: 'Anthropic',
    presetBaseUrl: 'https://api.anthropic.com/v1',
    apiKeyVariables: ['ANTHROPIC_API_KEY'],
    apiKeyUrl: 'https://platform.claude.com/settings/keys',
  }),
  deepseek: hosted({
    label: 'DeepSeek',
    presetBaseUrl: 'https://api.deepseek.com',
    apiKeyVariables: ['DEEPSEEK_API_KEY'],
    apiKeyUrl: 'https://platform.deepseek.com/api_keys',
  }),
  google: hosted({
    label: 'Google Gemini',
    presetBaseUrl: 'https://generativelanguage.googleapis.com/v1beta',
    apiKeyVariables: ['GOOGLE_GENERATIVE_AI_API_KEY', 'GEMINI_API_KEY', 'GOOGLE_API_KEY'],
    apiKeyUrl: 'https://aistudio.google.com/apikey',
  }),
  mistral: hosted({
    label: 'Mistral',
    presetBaseUrl: 'https://api.mistral.ai/v1',
    apiKeyVariables: ['MISTRAL_API_KEY'],
    apiKeyUrl: 'https://console.mistral.ai',
  }),
  ollama: {
    label: 'Ollama',
    presetBaseUrl: 'http://127.0.0.1:11434/api',
    baseUrlRequired: true,
    apiKeyRequired: false,
    apiKeyVariables: ['OLLAMA_API_KEY'],
    environmentKeyHost: 'https://ollama.com',
    apiKeyUrl: 'https://ollama.com/settings/keys',
    isLocal: true,
  },
  openai: hosted({
    label: 'OpenAI',
    presetBaseUrl: 'https://api.openai.com/v1',
    apiKeyVariables: ['OPENAI_API_KEY'],
    apiKeyUrl: 'https://platform.openai.com/api-keys',
  }),
  openrouter: hosted({
    label: 'OpenRouter',
    presetBaseUrl: 'https://openrouter.ai/api/v1',
    apiKeyVariables: ['OPENROUTER_API_KEY'],
    apiKeyUrl: 'https://openrouter.ai/settings/keys',
  }),
  xai: hosted({
    label: 'xAI',
    presetBaseUrl: 'https://api.x.ai/v1',
    apiKeyVariables: ['XAI_API_KEY'],
    apiKeyUrl: 'https://console.x.ai',
  }),
  'openai-compatible': {
    label: 'Other server (OpenAI-compatible)',
    presetBaseUrl: null,
    baseUrlRequired: true,
    apiKeyRequired: false,
    apiKeyVariables: [],
    environmentKeyHost: null,
    apiKeyUrl: null,
    isLocal: false,
  },
  builtin: {
    label: 'Built-in narrator',
    presetBaseUrl: null,
    baseUrlRequired: false,
    apiKeyRequired: false,
    apiKeyVariables: [],
    environmentKeyHost: null,
    apiKeyUrl: null,
    isLocal: true,
  },
}

interface HostedFacts extends Pick<ProviderFacts, 'label' | 'apiKeyVariables' | 'apiKeyUrl'> {
  readonly presetBaseUrl: string
}

function hosted(facts: HostedFacts): ProviderFacts {
  return {
    ...facts,
    baseUrlRequired: false,
    apiKeyRequired: true,
    environmentKeyHost: new URL(facts.presetBaseUrl).origin,
    isLocal: false,
  }
}
