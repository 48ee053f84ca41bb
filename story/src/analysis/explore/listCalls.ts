import type { Gamebook, Parameter } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import type { OfferedFunction } from '../../play/offeredFunctions.ts'
import { literalsOf } from '../model/literals.ts'

export interface CallList {
  readonly args: readonly { readonly [name: string]: Json }[]
  /** False where only some of the values were taken that a parameter may have. */
  readonly isWhole: boolean
}

const MOST_NUMBERS = 32
const MOST_TEXTS = 16
const MOST_CALLS = 512

/** The calls that a player could make of a function, as far as their arguments can make a difference. */
export function listCalls(gamebook: Gamebook, { fn, choices }: OfferedFunction): CallList {
  const builtIn = [...choices].filter(([name]) => !fn.parameters.has(name)).map(([name, ids]): Values => [name, ids])
  const declared = [...fn.parameters].map(([name, parameter]): Values => {
    const values = parameter.type === 'entity' ? (choices.get(name) ?? []) : valuesOf(gamebook, parameter)
    return [name, parameter.required ? values : [...values, null]]
  })
  const args = [...builtIn, ...declared].reduce<readonly CallList['args'][number][]>(
    (given, [name, values]) => given.flatMap((others) => values.map((value) => ({ ...others, [name]: value }))),
    [{}],
  )
  const areAll = [...fn.parameters.values()].every(
    (parameter) =>
      parameter.type !== 'text' && (parameter.type !== 'integer' || parameter.max - parameter.min < MOST_NUMBERS),
  )
  return { args: args.slice(0, MOST_CALLS), isWhole: areAll && args.length <= MOST_CALLS }
}

type Values = readonly [name: string, values: readonly Json[]]

function valuesOf(gamebook: Gamebook, parameter: Exclude<Parameter, { type: 'entity' }>): readonly Json[] {
  switch (parameter.type) {
    case 'boolean':
      return [true, false]
    case 'choice':
      return parameter.values
    case 'integer':
      return integersOf(gamebook, parameter)
    case 'text':
      return ['something', ...literalsOf(gamebook).texts.filter(({ length }) => length <= parameter.maxLength)].slice(
        0,
        MOST_TEXTS,
      )
  }
}

/** All of them where they are few, else the bounds and what rules compare with, and what lies beside it. */
function integersOf(
  gamebook: Gamebook,
  { min, max }: { readonly min: number; readonly max: number },
): readonly number[] {
  if (max - min < MOST_NUMBERS) return Array.from({ length: max - min + 1 }, (_, index) => min + index)
  const near = literalsOf(gamebook).numbers.flatMap((number) => [
    Math.floor(number) - 1,
    Math.floor(number),
    Math.floor(number) + 1,
  ])
  const within = near.filter((number) => number > min && number < max)
  return [...new Set([min, min + 1, max, ...within])].slice(0, MOST_NUMBERS)
}
