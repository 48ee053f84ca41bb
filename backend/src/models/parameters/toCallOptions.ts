import type { ModelProvider } from '../../providers.ts'
import { providers } from '../providers/providers.ts'
import type { ConfiguredCallOptions, ParameterUse } from './callOptions.ts'

interface ProviderParameterUse extends ParameterUse {
  readonly provider: ModelProvider
}

/** A parameter without a value adds nothing to the request. */
export const toCallOptions = ({ provider, ...use }: ProviderParameterUse): ConfiguredCallOptions =>
  providers[provider].toCallOptions(use)
