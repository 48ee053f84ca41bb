import { tellFailure } from '../../engine/turnError/tellFailure.ts'
import { type ModelParameters, PARAMETER_NAMES, withoutParameters } from '../../modelParameters/modelParameters.ts'
import type { DraftModel } from '../draftModel.ts'
import type { Said } from './testSteps.ts'

/** Asks as a story does: a parameter that is refused is left out the next time, and that is said. */
export function withoutRefused<Options>(
  draft: DraftModel,
  toOptions: (allowed: ModelParameters) => Options,
): (ask: (options: Options) => Promise<Said>) => Promise<Said> {
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
        const { code, parameter } = tellFailure(caught, draft)
        const name = PARAMETER_NAMES.find((known) => known === parameter && allowed[known] !== null)
        if (code !== 'refused-parameters' || name === undefined) throw caught
        refused.push(name)
        allowed = withoutParameters(allowed, [name])
      }
    }
  }
}
