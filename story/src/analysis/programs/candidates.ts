import type { Value } from '../../expressions/expression.ts'
import { isList } from '../../expressions/kindOf.ts'
import type { Parameter } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import type { ParameterUse } from './parameterUses.ts'
import type { StoredValues } from './storedValues.ts'

export interface Candidates {
  readonly values: readonly Json[]
  /** Whether they stand for all values of the parameter. */
  readonly isComplete: boolean
}

/** A range of numbers up to this size is tried whole. */
const SMALL_RANGE = 64

/** `compared` are the values that the parameter is compared with, `stored` those of the fields it is written to. */
export function listCandidates(
  parameter: Parameter,
  { isOrdered, isPassedOn }: ParameterUse,
  compared: readonly Value[],
  stored: readonly StoredValues[],
): Candidates {
  const matters = [...compared, ...stored.flatMap((field) => field.values)]
  const isAnyValue = isPassedOn || stored.some((field) => !field.isComplete)
  const { values, isComplete } = candidatesOf(parameter, { isOrdered, isPassedOn: isAnyValue }, matters)
  return { values: parameter.required ? values : [...values, null], isComplete }
}

type Use = Pick<ParameterUse, 'isOrdered' | 'isPassedOn'>

function candidatesOf(parameter: Parameter, use: Use, compared: readonly Value[]): Candidates {
  const values = compared.flatMap((value) => (isList(value) ? value : [value]))
  switch (parameter.type) {
    case 'boolean':
      return { values: [true, false], isComplete: true }
    case 'choice':
      return { values: parameter.values, isComplete: true }
    case 'integer':
      return integersOf(parameter, use, values)
    case 'text':
      return textsOf(parameter, use, values)
    default:
      throw new Error(`A parameter of type ${parameter.type} lists its choices itself.`)
  }
}

function integersOf(
  { min, max }: { readonly min: number; readonly max: number },
  use: Use,
  compared: readonly Value[],
): Candidates {
  if (max - min < SMALL_RANGE)
    return { values: Array.from({ length: max - min + 1 }, (_, index) => min + index), isComplete: true }
  const numbers = compared.filter((value) => typeof value === 'number')
  const near = numbers.flatMap((number) => {
    const floor = Math.floor(number)
    return use.isOrdered ? [floor - 1, floor, floor + 1] : [floor]
  })
  const within = new Set(near.filter((number) => number >= min && number <= max))
  let fresh = min
  while (within.has(fresh)) fresh += 1
  const values = [...within, ...(fresh <= max ? [fresh] : [])]
  return use.isPassedOn
    ? { values: [...new Set([...values, min, max])], isComplete: false }
    : { values, isComplete: true }
}

function textsOf({ maxLength }: { readonly maxLength: number }, use: Use, compared: readonly Value[]): Candidates {
  const texts = new Set(
    compared.filter((value) => typeof value === 'string').filter(({ length }) => length <= maxLength),
  )
  const fresh = freshText(texts, maxLength)
  return {
    values: fresh === null ? [...texts] : [...texts, fresh],
    isComplete: !use.isPassedOn && !use.isOrdered,
  }
}

/** A text that is not among the others; null if there is none. */
export function freshText(others: ReadonlySet<string>, maxLength: number): string | null {
  const options = ['something', 'something else', ...Array.from(LETTERS), '']
  return options.find((option) => option.length <= maxLength && !others.has(option)) ?? null
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
