import type { FunctionView, ParameterView } from '../prompt/view.ts'
import { tidyLabel } from './phrases/tidyLabel.ts'
import type { Arguments, SuggestionInput, SuggestionOption } from './suggestion.ts'

/** One of the calls into which a function is spread. */
export interface Spread {
  readonly args: Arguments
  /** What was chosen, by parameter. */
  readonly names: ReadonlyMap<string, string>
  readonly input: readonly SuggestionInput[]
}

/**
 * The calls of a function. A few choices become a call each; many choices, numbers and texts are left to the player.
 * Optional parameters are left out. Empty if a required choice has no visible name.
 */
export function spreadParameters(
  { parameters }: Pick<FunctionView, 'parameters'>,
  fixed: Arguments,
): readonly Spread[] {
  return parameters.reduce<readonly Spread[]>(
    (spreads, parameter) => addParameter(spreads, parameter),
    [{ args: fixed, names: new Map(), input: [] }],
  )
}

/** More choices than these are left to the player. */
const MOST_SPREAD = 6
/** More calls of one function, too. */
const MOST_CALLS = 12

function addParameter(spreads: readonly Spread[], parameter: ParameterView): readonly Spread[] {
  const { name, required } = parameter
  if (!required) return spreads.map((spread) => ({ ...spread, args: { ...spread.args, [name]: null } }))
  const label = tidyLabel(parameter.description) ?? name.replaceAll('_', ' ')
  const withInput = (input: SuggestionInput): readonly Spread[] =>
    spreads.map((spread) => ({ ...spread, input: [...spread.input, input] }))
  switch (parameter.type) {
    case 'text':
      return withInput({ name, label, type: 'text', maxLength: parameter.maxLength })
    case 'integer':
      return withInput({ name, label, type: 'integer', min: parameter.min, max: parameter.max })
    case 'boolean':
    case 'choice':
    case 'entity': {
      const options = optionsOf(parameter)
      if (options.length > MOST_SPREAD || spreads.length * options.length > MOST_CALLS)
        return withInput({ name, label, type: 'choice', options })
      return spreads.flatMap((spread) => options.map((option) => choose(spread, name, option)))
    }
  }
}

function choose(spread: Spread, name: string, { value, label }: SuggestionOption): Spread {
  return { ...spread, args: { ...spread.args, [name]: value }, names: new Map([...spread.names, [name, label]]) }
}

function optionsOf(
  parameter: Extract<ParameterView, { type: 'boolean' | 'choice' | 'entity' }>,
): readonly SuggestionOption[] {
  switch (parameter.type) {
    case 'boolean':
      return [
        { value: true, label: 'yes' },
        { value: false, label: 'no' },
      ]
    case 'choice':
      return parameter.values.map((value) => ({ value, label: String(value).replaceAll('_', ' ') }))
    case 'entity':
      return parameter.choices.flatMap(({ id, name }) => (name === null ? [] : [{ value: id, label: name }]))
  }
}
