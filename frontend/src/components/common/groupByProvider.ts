import type { ModelConfig, ModelProvider, Provider } from '../../types/api.ts'

export interface ProviderGroup {
  readonly provider: ModelProvider
  readonly label: string
  readonly configs: readonly ModelConfig[]
}

/** By provider, in the order in which each comes first. */
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

/** Each word that is looked for is in the name, the provider or the model. */
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
