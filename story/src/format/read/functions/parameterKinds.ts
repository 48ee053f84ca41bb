import type { ActionFormat } from '../../../actions/action.ts'
import { keysWithChoices } from '../../../actions/findAction.ts'
import { anyKind, kindOfLiteral, type Kinds } from '../../../expressions/kinds.ts'
import type { LocalKind } from '../../../expressions/locals.ts'
import type { ParameterDraft } from '../draft.ts'
import type { SuppliedParameters, SuppliedParameter } from '../actions/readArgs.ts'
import type { ParameterList } from './readParameters.ts'

/** The kinds of each parameter of a tool, built-in ones included. */
export function parametersSuppliedBy(
  { parameters, names }: ParameterList,
  builtIn: readonly string[],
): SuppliedParameters {
  const supplied = new Map<string, SuppliedParameter>(
    builtIn.map((name) => [name, name === 'topic' ? BUILT_IN_TOPIC : BUILT_IN]),
  )
  for (const name of names) {
    const parameter = parameters.get(name)
    supplied.set(name, parameter === undefined ? UNKNOWN : { ...kindOf(parameter), location: parameter.location })
  }
  return supplied
}

/** The built-in parameters of an action that `args` does not fix. */
export function builtInParameters(format: ActionFormat, fixed: readonly string[]): readonly string[] {
  return keysWithChoices(format).filter((name) => !fixed.includes(name))
}

/** An entity, as for a parameter of that type. */
const BUILT_IN: SuppliedParameter = { kinds: ['entity'], of: null, location: null }

const BUILT_IN_TOPIC: SuppliedParameter = { kinds: ['text'], of: null, location: null }

const UNKNOWN: SuppliedParameter = { kinds: anyKind, of: null, location: null }

function kindOf(parameter: ParameterDraft): LocalKind {
  const kinds = kindsByType(parameter)
  const of = parameter.type === 'entity' ? (parameter.of?.map(({ value }) => value) ?? null) : null
  return { kinds: parameter.required ? kinds : [...kinds, 'null'], of }
}

function kindsByType(parameter: ParameterDraft): Kinds {
  switch (parameter.type) {
    case 'text':
      return ['text']
    case 'integer':
      return ['number']
    case 'boolean':
      return ['boolean']
    case 'choice':
      return [...new Set(parameter.values.map(kindOfLiteral))]
    case 'entity':
      return ['entity']
  }
}
