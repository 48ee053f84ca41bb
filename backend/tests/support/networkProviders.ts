import { PROVIDERS } from '../../src/providers.ts'

/** Those that are asked over the network. */
export const NETWORK_PROVIDERS = PROVIDERS.filter((provider) => provider !== 'builtin')
