import { addressOf } from './address/addressOf.ts'
import { createCutPromptFinder } from './contextWindow/cutPromptFinder.ts'
import { readReportedWindow, type ReportedWindows } from './contextWindow/reportedWindow.ts'
import { checkUsable } from './checkUsable.ts'
import type { CreateModel } from './createModel.ts'
import { createRequestOptions } from './createRequestOptions.ts'
import { createRedactor } from './keys/redactor.ts'
import { secretForms } from './keys/secretForms.ts'
import { type ModelKeys, decryptModelSecrets } from './keys/modelKey.ts'
import { maskSecrets } from './keys/parameterSecrets.ts'
import { findPromptRules } from './findPromptRules.ts'
import type { ModelLists } from './list/modelLists.ts'
import { createNearestModels } from './list/nearestModels.ts'
import type { ModelConfig } from './modelConfig.ts'
import type { Narrator } from './narrator.ts'
import { type ModelParameters, PARAMETER_NAMES, withoutParameters } from './parameters/modelParameters.ts'
import type { RejectedParameters } from './parameters/rejectedParameters.ts'
import { findPrices } from './prices/findPrices.ts'
import type { Prices } from './prices/prices.ts'
import { providers } from './providers/providers.ts'

export interface NarratorSources extends ModelKeys {
  readonly createModel: CreateModel
  readonly modelLists: ModelLists
  readonly rejectedParameters: RejectedParameters
  readonly reportedWindows: ReportedWindows
  /** The prices that a person has entered for a model config. */
  readonly findOwnPrices?: (modelConfigId: string) => Promise<Prices | null>
}

/** Creates the narrator of a model config. Throws `UnusableModelError`, `UnreadableKeyError`. */
export async function createNarrator(sources: NarratorSources, config: ModelConfig): Promise<Narrator> {
  const { createModel, modelLists, rejectedParameters, reportedWindows } = sources
  const { provider, modelName } = config
  checkUsable(config)
  const address = addressOf(config)
  const host = address === null ? null : new URL(address.baseUrl).host
  const rejected = host === null ? [] : await rejectedParameters.find({ provider, host, modelName })
  const ownPrices = (await sources.findOwnPrices?.(config.id)) ?? null
  const names = PARAMETER_NAMES.filter((name) => rejected.includes(name))
  const { apiKey, parameters: allParameters } = decryptModelSecrets(config, sources)
  const parameters = withoutParameters(allParameters, names)
  const secrets = { apiKey, ...allParameters, names: [providers[provider].label, provider, modelName] }
  const lastWindow =
    host === null ? undefined : await readReportedWindow(reportedWindows, { provider, host, modelName })
  const options = await createRequestOptions(
    modelLists,
    { provider, modelName, parameters: allParameters, apiKey, address, rejected: names },
    lastWindow,
  )
  return {
    get contextWindow() {
      return options.contextWindow
    },
    get maxOutputTokens() {
      return options.maxOutputTokens
    },
    callOptions: options.callOptions,
    prompt: findPromptRules(provider, modelName),
    toolStyle: config.toolStyle,
    model: await createModel({ ...config, parameters: allParameters }, apiKey),
    modelConfigId: config.id,
    snapshot: {
      configName: config.name,
      provider,
      requestedModel: modelName,
      host,
      parameters: toSnapshot(parameters),
    },
    redact: createRedactor(secrets),
    secretForms: secretForms(secrets),
    nearestModels: createNearestModels(modelLists, { ...allParameters, provider, modelName, apiKey, address }),
    findPrices: () => findPrices(modelLists, { ...allParameters, provider, modelName, apiKey, address }, ownPrices),
    ...createCutPromptFinder(modelLists.requests, { ...allParameters, provider, modelName, apiKey, address }),
    onRefused: (parameter, reason) => {
      rejectedParameters.save({ provider, host: host ?? '', modelName }, parameter, reason).catch(() => {})
    },
  }
}

/** The parameters that are sent, without headers, and with the secrets in fields masked. */
export function toSnapshot(sent: ModelParameters): Narrator['snapshot']['parameters'] {
  const { extraHeaders, ...parameters } = maskSecrets(sent)
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== null))
}
