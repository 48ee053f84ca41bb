import { type ModelProvider, PROVIDERS } from '../../src/providers.ts'

export type NetworkProvider = Exclude<ModelProvider, 'builtin'>

/** The providers that requests are sent to. */
export const NETWORK_PROVIDERS = PROVIDERS.filter((provider) => provider !== 'builtin')
