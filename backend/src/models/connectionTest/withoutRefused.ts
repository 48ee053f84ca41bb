import { describeFailure } from '../failure/describeFailure.ts'
import { type ModelParameters, PARAMETER_NAMES, withoutParameters } from '../parameters/modelParameters.ts'
import type { DraftModel } from '../../web/draftModel.ts'
import type { StepResult } from './testSteps.ts'

/** Asks as a story does: a parameter that is refused is left out the next time, and that is said. */
export function withoutRefused<Options>(
  draft: DraftModel,
  toOptions: (allowed: ModelParameters) => Options,
): (ask: (options: Options) => Promise<StepResult>) => Promise<StepResult> {
  let allowed = draft.recipe.parameters
  return async (ask) => {
    const refused: string[] = []
    for (;;) {
      try {
        const said = await ask(toOptions(allowed))
        const hints = [...refused.map((name) => `It does not take ${name}: a story is asked without it.`), said.hint]
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
