import type { ParameterView } from '@llm-gamebook/story'
import { contentStems } from '../../words/contentWords.ts'
import { readNumber } from '../../words/numbers.ts'
import { stem } from '../../words/stem.ts'
import type { PlayerInput } from '../playerInput.ts'
import type { Reading } from './reading.ts'

type IntegerSlot = Extract<ParameterView, { readonly type: 'integer' }>

/** "3", "three coins", "a coin", "all of them", "an hour" for minutes. */
export function readInteger(slot: IntegerSlot, { all }: PlayerInput, nouns: ReadonlySet<string>): Reading | null {
  const said = findNumber(slot, all, nouns)
  if (said === null) return null
  const used = contentStems(said.words)
  const isPossible = said.value >= slot.min && said.value <= slot.max
  return isPossible ? { kind: 'value', value: said.value, used } : { kind: 'misfit', said: String(said.value), used }
}

interface SaidNumber {
  readonly value: number
  readonly words: readonly string[]
}

function findNumber(slot: IntegerSlot, all: readonly string[], nouns: ReadonlySet<string>): SaidNumber | null {
  for (const index of all.keys()) {
    const number = readNumber(all, index)
    if (number === null) continue
    const unit = isOfMinutes(slot) ? MINUTES.get(all[index + number.length] ?? '') : undefined
    const length = number.length + (unit === undefined ? 0 : 1)
    return { value: number.value * (unit ?? 1), words: all.slice(index, index + length) }
  }
  return findArticle(slot, all, nouns) ?? findWhole(slot, all)
}

/** "A coin" is one where coins are what is counted, "an hour" sixty minutes. */
function findArticle(slot: IntegerSlot, all: readonly string[], nouns: ReadonlySet<string>): SaidNumber | null {
  for (const [index, word] of all.entries()) {
    const next = all[index + 1]
    if ((word !== 'a' && word !== 'an') || next === undefined) continue
    const unit = isOfMinutes(slot) ? MINUTES.get(next) : undefined
    if (unit !== undefined) return { value: unit, words: [word, next] }
    if (nouns.has(stem(next)) && !next.endsWith('s')) return { value: 1, words: [word] }
  }
  return null
}

function findWhole({ max }: IntegerSlot, all: readonly string[]): SaidNumber | null {
  const word = all.find((each) => each === 'all' || each === 'everything')
  return word === undefined ? null : { value: max, words: [word] }
}

function isOfMinutes({ name, description }: IntegerSlot): boolean {
  return /\bminutes?\b/i.test(`${name} ${description}`.replaceAll('_', ' '))
}

const MINUTES: ReadonlyMap<string, number> = new Map([
  ['minute', 1],
  ['minutes', 1],
  ['min', 1],
  ['mins', 1],
  ['hour', 60],
  ['hours', 60],
  ['day', 1440],
  ['days', 1440],
])
