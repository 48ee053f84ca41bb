import type { AddressPreview, Provider } from '../../../types/api.ts'
import { PARAMETERS, type Parameter } from './modelConfigValues.ts'
import { shortLabel } from './shortLabel.ts'

export interface Refusal {
  readonly reason: string
  /** This very model has refused it, and might take it today. */
  readonly isRemembered: boolean
}

export type RefusedParameters = ReadonlyMap<Parameter, Refusal>

/** What the provider has no place for, and what this model was found not to take; with the reason. */
export function refusedParameters(provider: Provider, preview: AddressPreview | null): RefusedParameters {
  const refused = new Map<Parameter, Refusal>()
  for (const parameter of PARAMETERS) {
    const remembered = preview?.refusedParameters.find((refusal) => refusal.parameter === parameter)
    if (provider.parameters[parameter]?.supported !== true) {
      refused.set(parameter, { reason: `${shortLabel(provider)} has no place for it.`, isRemembered: false })
    } else if (remembered !== undefined) {
      const reason = `This model has refused it and is not sent it: ${remembered.reason}`
      refused.set(parameter, { reason, isRemembered: true })
    }
  }
  return refused
}
