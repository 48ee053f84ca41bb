import { describeFailure } from '../failure/describeFailure.ts'
import {
  type ModelParameters,
  PARAMETER_NAMES,
  type ParameterName,
  withoutParameters,
} from '../parameters/modelParameters.ts'
import { parameterLabels } from '../parameters/parameterLabels.ts'
import type { DraftModel } from '../draftModel.ts'
import type { StepResult } from './testSteps.ts'

/** Calls the model as a story does: a rejected parameter is left out of the next attempt, with a hint. */
export function withoutRefused<Options>(
  draft: DraftModel,
  toOptions: (allowed: ModelParameters) => Options,
): (call: (options: Options) => Promise<StepResult>) => Promise<StepResult> {
  let allowed = draft.recipe.parameters
  return async (call) => {
    const refused: ParameterName[] = []
    for (;;) {
      try {
        const result = await call(toOptions(allowed))
        const hints = [
          ...refused.map((name) => `It doesn't accept "${parameterLabels[name]}"; stories are sent without it.`),
          result.hint,
        ]
        const hint = hints.filter((text) => text !== undefined).join(' ')
        return hint === '' ? {} : { hint }
      } catch (caught) {
        const { code, parameter } = describeFailure(caught, draft)
        const name = PARAMETER_NAMES.find((known) => known === parameter && allowed[known] !== null)
        if (code !== 'refused-parameters' || name === undefined) throw caught
        refused.push(name)
        allowed = withoutParameters(allowed, [name])
      }
    }
  }
}
