import { movesGraph } from '../../actions/findAction.ts'
import type { GamebookFunction, Parameter } from '../../gamebook/gamebook.ts'
import type { FunctionDraft, ParameterDraft } from '../read/draft.ts'
import { defaultDescription } from './defaultDescription.ts'
import { resolveAction } from './resolveAction.ts'
import { resolveEffects, resolveRoll } from './resolveEffects.ts'
import { isKnownType } from './resolveFields.ts'
import type { KnownEntity, Scope } from './scope.ts'

/** Null if the function offers no tool, which is reported. */
export function resolveFunction(draft: FunctionDraft, owner: KnownEntity, scope: Scope): GamebookFunction | null {
  const { name, description, properties, enabled, otherwise, hint } = draft
  const parameters = new Map([...draft.parameters].map(([key, parameter]) => [key, resolveParameter(parameter, scope)]))
  const main = draft.mainAction && resolveAction(draft.mainAction, { owner, parameters: draft.parameters }, scope)
  const check = draft.check && resolveRoll(draft.check, owner, scope)
  const effects = resolveEffects(draft.effects, owner, scope)
  if (!draft.isOffered || main === 'faulty') return null
  const graph = main !== null && movesGraph(main.call.action) ? main.entity : null
  return {
    name: name.value,
    ownerId: owner.id.value,
    description: description ?? defaultDescription(name.value, graph),
    parameters,
    properties,
    enabled,
    otherwise,
    hint,
    mainAction: main?.call ?? null,
    check,
    effects,
  }
}

function resolveParameter({ location: _, ...parameter }: ParameterDraft, scope: Scope): Parameter {
  if (parameter.type !== 'entity') return parameter
  const of = parameter.of?.filter((type) => isKnownType(type, scope)).map(({ value }) => value)
  return { ...parameter, of: of ?? null }
}
