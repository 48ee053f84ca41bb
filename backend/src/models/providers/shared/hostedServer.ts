import { endpointPattern } from '../../address/addressShape.ts'
import type { ProviderServer } from '../../provider.ts'

interface HostedFacts extends Pick<ProviderServer, 'keyCheckPath'> {
  readonly presetBaseUrl: string
  readonly keyVariables: readonly string[]
  readonly keyUrl: string
  readonly completePath: ProviderServer['address']['completePath']
  readonly paths: ProviderServer['address']['paths']
}

/** The server of a company: its preset base URL needs a key, which the environment may hold. */
export function hostedServer(facts: HostedFacts): ProviderServer {
  const { presetBaseUrl, keyVariables, keyUrl, completePath, paths, ...rest } = facts
  return {
    ...rest,
    presetBaseUrl,
    baseUrlRequired: false,
    apiKey: {
      required: true,
      variables: keyVariables,
      environmentOrigin: new URL(presetBaseUrl).origin,
      url: keyUrl,
    },
    address: { endpoints: endpointPattern(), completePath, paths },
    requestHeaders: bearerHeaders,
    modelIdField: 'id',
  }
}

export const bearerHeaders: ProviderServer['requestHeaders'] = (apiKey) =>
  apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }
