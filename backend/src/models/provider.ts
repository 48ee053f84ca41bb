import type { LanguageModelV4 } from '@ai-sdk/provider'

import type { AddressShape } from './address/addressShape.ts'
import type { FailureRule } from './failure/failureRules.ts'
import type { ConfiguredCallOptions, ParameterUse } from './parameters/callOptions.ts'
import type { ParameterName } from './parameters/modelParameters.ts'
import type { PromptRules } from './promptRules.ts'
import type { TimeLimits } from './transport/nodeFetch.ts'

/** All that the app knows about one provider. CONTRIBUTING.md lists the steps to add one. */
export interface Provider {
  readonly label: string
  /** Null for a provider that sends no requests. */
  readonly server: ProviderServer | null
  readonly parameters: ParameterSupport
  readonly prompt: PromptRules
  /** For providers whose models differ; the same object for the same rules. */
  readonly promptOf?: (modelName: string) => PromptRules
  /** Checked before the rules for all providers. */
  readonly failureRules: readonly FailureRule[]
  /** The config's parameters as the provider's package accepts them. */
  readonly toCallOptions: (use: ParameterUse) => ConfiguredCallOptions
  /** Loads the provider's package and creates the model. Sends no request. */
  readonly createModel: (access: ModelAccess) => Promise<LanguageModelV4>
}

export interface ProviderServer {
  /** Null if each user has their own server. */
  readonly presetBaseUrl: string | null
  readonly baseUrlRequired: boolean
  readonly apiKey: ApiKeyFacts
  readonly address: AddressShape
  /** The headers of requests that the app sends itself; `apiKey` is never empty. */
  readonly requestHeaders: (apiKey: string | null) => Record<string, string>
  /** Why a model can't have this name, with what to enter instead; null if it can. */
  readonly refuseModelName?: (modelName: string) => string | null
  /** The field of a model list that holds the name to send. */
  readonly modelIdField: 'id' | 'name'
  /** Path of a request that needs a key, for servers that list their models without one. */
  readonly keyCheckPath?: string
  /** Whether a model supports tools; null if its server doesn't say. */
  readonly supportsTools?: (question: ServerQuestion) => Promise<boolean | null>
  /** Whether its models cost nothing on the own network: there, it passes no requests on to anyone who charges. */
  readonly isFreeAtHome?: true
  /** What to do if the server silently drops the beginning of a prompt; absent for servers that report an error instead. */
  readonly cutPromptRemedy?: (baseUrl: string) => string
  /** The context window that a loaded model has; null if its server doesn't say. */
  readonly contextLength?: (question: ServerQuestion) => Promise<number | null>
  /**
   * The context window to request a model with; null if its server doesn't say. Absent for servers that report it in
   * their model list, or nowhere.
   */
  readonly chooseWindow?: (question: ServerQuestion) => Promise<number | null>
  /** Whether a request sets the size of the window; else it does so only if the config says which. */
  readonly requestsWindow?: (baseUrl: string, modelName: string) => boolean
  /** Whether a model is in memory, so that it can answer at once; null if its server doesn't say. */
  readonly isLoaded?: (question: ServerQuestion) => Promise<boolean | null>
}

export interface ApiKeyFacts {
  /** At the preset base URL; elsewhere a key is optional. */
  readonly required: boolean
  /** The first variable that is set counts. */
  readonly variables: readonly string[]
  /** The only origin that a key from the environment is sent to. */
  readonly environmentOrigin: string | null
  /** The page where users create keys. */
  readonly url: string | null
}

export interface ServerQuestion {
  readonly baseUrl: string
  readonly modelName: string
  /** Sends a request with the config's key and headers and returns the JSON of the response; a body is sent with POST. */
  readonly request: (url: string, body?: { readonly [name: string]: string }) => Promise<unknown>
}

export interface ParameterSupport {
  readonly unsupported: readonly ParameterName[]
  /** Which of the provider's models ignore or reject a parameter. */
  readonly limitations?: Partial<Record<ParameterName, string>>
}

/** Everything is explicit: for a missing key, the SDK would read one from the environment and send it to any host. */
export interface ModelAccess {
  readonly modelName: string
  readonly baseURL: string
  readonly apiKey: string
  readonly fetch: typeof globalThis.fetch
  readonly limits: Partial<TimeLimits>
  /** Adds to another `fetch` what `fetch` has. */
  readonly wrapFetch: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch
}
