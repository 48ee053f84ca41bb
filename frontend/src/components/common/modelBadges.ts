import type { ModelConfig, Provider } from '../../types/api.ts'

/** What is worth knowing before a model is chosen, as words. */
export function modelBadges(config: ModelConfig, provider: Provider | undefined): readonly string[] {
  const { apiKey, lastTest } = config
  return [
    ...(apiKey.source === 'unreadable' ? ['key unreadable'] : []),
    ...(apiKey.source === 'none' && provider?.apiKeyRequired === true ? ['no key'] : []),
    ...(provider?.local === true && config.provider !== 'builtin' ? ['on your machine'] : []),
    ...(lastTest === null ? [] : [lastTest.ok ? 'test passed' : 'test failed']),
  ]
}
