import type { Gamebook, GamebookFunction, Parameter } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import type { OfferedFunction } from '../../play/offeredFunctions.ts'
import { literalsOf } from '../model/literals.ts'

export interface CallList {
  readonly args: readonly { readonly [name: string]: Json }[]
  /** False if only some of a parameter's values are listed. */
  readonly isComplete: boolean
}

const MAX_NUMBERS = 32
const MAX_TEXTS = 16
const MAX_CALLS = 512

/** Lists the calls of a function whose arguments can make a difference. */
export function listCalls(gamebook: Gamebook, { fn, choices }: OfferedFunction): CallList {
  const isNudge = fn.mainAction?.kind === 'nudge'
  const builtIn = [...choices].filter(([name]) => !fn.parameters.has(name)).map(([name, ids]): Values => [name, ids])
  const declared = [...fn.parameters].map(([name, parameter]): Values => {
    if (parameter.type === 'text' && isNudge) return [name, ONE_REASON]
    const values = choices.get(name) ?? valuesOf(gamebook, parameter)
    return [name, parameter.required ? values : [...values, null]]
  })
  const combinations = [...builtIn, ...declared].reduce<readonly Args[]>(
    (lists, [name, values]) => lists.flatMap((others) => values.map((value) => ({ ...others, [name]: value }))),
    [{}],
  )
  const args = combinations.filter((given) => namesTopicOfSpeaker(gamebook, fn, given))
  const areAllListed = [...fn.parameters.values()].every(
    (parameter) =>
      (parameter.type !== 'text' || isNudge) &&
      (parameter.type !== 'integer' || parameter.max - parameter.min < MAX_NUMBERS),
  )
  return { args: args.slice(0, MAX_CALLS), isComplete: areAllListed && args.length <= MAX_CALLS }
}

type Args = CallList['args'][number]

/** The reason of a nudge changes nothing. */
const ONE_REASON = ['something']

/** Whether the topic that arguments name, if any, is one of the speaker they name. */
function namesTopicOfSpeaker({ entities }: Gamebook, { parameters }: GamebookFunction, args: Args): boolean {
  const argumentOf = (type: Parameter['type']) => {
    const [name] = [...parameters].find(([, parameter]) => parameter.type === type) ?? []
    const value = name === undefined ? undefined : args[name]
    return typeof value === 'string' ? value : undefined
  }
  const [speaker, topic] = [argumentOf('speaker'), argumentOf('topic')]
  if (speaker === undefined || topic === undefined) return true
  return entities.get(speaker)?.speaker?.topics.some(({ id }) => id === topic) === true
}

type Values = readonly [name: string, values: readonly Json[]]

function valuesOf(gamebook: Gamebook, parameter: Parameter): readonly Json[] {
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
        MAX_TEXTS,
      )
    default:
      return []
  }
}

/** All numbers if they are few, else the bounds and the numbers around each constant of the rules. */
function integersOf(
  gamebook: Gamebook,
  { min, max }: { readonly min: number; readonly max: number },
): readonly number[] {
  if (max - min < MAX_NUMBERS) return Array.from({ length: max - min + 1 }, (_, index) => min + index)
  const near = literalsOf(gamebook).numbers.flatMap((number) => [
    Math.floor(number) - 1,
    Math.floor(number),
    Math.floor(number) + 1,
  ])
  const within = near.filter((number) => number > min && number < max)
  return [...new Set([min, min + 1, max, ...within])].slice(0, MAX_NUMBERS)
}
