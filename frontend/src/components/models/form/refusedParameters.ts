import { modelFormText } from '../../../text/modelForm.ts'
import type { AddressPreview, Provider } from '../../../types/api.ts'
import { PARAMETERS, type Parameter } from './modelConfigValues.ts'
import { shortLabel } from './shortLabel.ts'

export interface Refusal {
  readonly reason: string
  /** The model itself has rejected it, and may accept it if it is sent again. */
  readonly isRemembered: boolean
}

export type RefusedParameters = ReadonlyMap<Parameter, Refusal>

/** The parameters that the provider doesn't support or that the model has rejected, each with the reason. */
export function refusedParameters(provider: Provider, preview: AddressPreview | null): RefusedParameters {
  const refused = new Map<Parameter, Refusal>()
  for (const parameter of PARAMETERS) {
    const remembered = preview?.refusedParameters.find((refusal) => refusal.parameter === parameter)
    if (provider.parameters[parameter]?.supported !== true) {
      refused.set(parameter, {
        reason: modelFormText('advanced.notSupported', { provider: shortLabel(provider) }),
        isRemembered: false,
      })
    } else if (remembered !== undefined) {
      const reason = modelFormText('advanced.rejected', { reason: remembered.reason })
      refused.set(parameter, { reason, isRemembered: true })
    }
  }
  return refused
}
