import type { ModelConfig, ModelProvider, Provider } from '../../types/api.ts'

export interface ProviderGroup {
  readonly provider: ModelProvider
  readonly label: string
  readonly configs: readonly ModelConfig[]
}

/** Groups models by provider, in the order of each provider's first model. */
export function groupByProvider(
  configs: readonly ModelConfig[],
  providers: readonly Provider[],
): readonly ProviderGroup[] {
  return [...new Set(configs.map(({ provider }) => provider))].map((provider) => ({
    provider,
    label: providerLabel(provider, providers),
    configs: configs.filter((config) => config.provider === provider),
  }))
}

export const providerLabel = (provider: string, providers: readonly Provider[]): string =>
  providers.find(({ id }) => id === provider)?.label ?? provider

/** Finds the models in which every word of the query is part of the name, the provider or the model name. */
export function findConfigs(
  configs: readonly ModelConfig[],
  providers: readonly Provider[],
  query: string,
): readonly ModelConfig[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return configs.filter(({ name, provider, modelName }) => {
    const text = `${name} ${providerLabel(provider, providers)} ${modelName}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}
