import type { ParameterView } from '@llm-gamebook/story'
import { contentStems } from '../../words/contentWords.ts'
import { hasPhrase } from '../../words/phrases.ts'
import { readNumber } from '../../words/numbers.ts'
import { stem } from '../../words/stem.ts'
import type { PlayerInput } from '../playerInput.ts'
import type { Reading } from './reading.ts'

type IntegerSlot = Extract<ParameterView, { readonly type: 'integer' }>

/** "3", "three coins", "a coin", "all of them", "an hour" for minutes. */
export function readInteger(slot: IntegerSlot, { all }: PlayerInput, nouns: ReadonlySet<string>): Reading | null {
  const mention = findNumber(slot, all, nouns)
  if (mention === null) return null
  const used = contentStems(mention.words)
  const isPossible = mention.value >= slot.min && mention.value <= slot.max
  return isPossible
    ? { kind: 'value', value: mention.value, used }
    : { kind: 'misfit', value: String(mention.value), used }
}

interface NumberMention {
  readonly value: number
  readonly words: readonly string[]
}

function findNumber(slot: IntegerSlot, all: readonly string[], nouns: ReadonlySet<string>): NumberMention | null {
  if (isMinutes(slot)) {
    const part = HOURS.find(([phrase]) => hasPhrase(all, phrase))
    if (part !== undefined) return { value: part[1], words: part[0].split(' ') }
  }
  for (const index of all.keys()) {
    const number = readNumber(all, index)
    if (number === null || CLOCK_TIMES.has(all[index - 1] ?? '')) continue
    const unit = isMinutes(slot) ? MINUTES.get(all[index + number.length] ?? '') : undefined
    const length = number.length + (unit === undefined ? 0 : 1)
    return { value: number.value * (unit ?? 1), words: all.slice(index, index + length) }
  }
  return findArticle(slot, all, nouns) ?? findAll(slot, all)
}

/** "A coin" is 1 for a number of coins, "an hour" is 60 for minutes. */
function findArticle(slot: IntegerSlot, all: readonly string[], nouns: ReadonlySet<string>): NumberMention | null {
  for (const [index, word] of all.entries()) {
    const next = all[index + 1]
    if ((word !== 'a' && word !== 'an') || next === undefined) continue
    const unit = isMinutes(slot) ? MINUTES.get(next) : undefined
    if (unit !== undefined) return { value: unit, words: [word, next] }
    if (nouns.has(stem(next)) && !next.endsWith('s')) return { value: 1, words: [word] }
  }
  return null
}

function findAll({ max }: IntegerSlot, all: readonly string[]): NumberMention | null {
  const word = all.find((each) => each === 'all' || each === 'everything')
  return word === undefined ? null : { value: max, words: [word] }
}

function isMinutes({ name, description }: IntegerSlot): boolean {
  return /\bminutes?\b/i.test(`${name} ${description}`.replaceAll('_', ' '))
}

/** Before a time of day, not a number of minutes. */
const CLOCK_TIMES = new Set(['until', 'till', 'til', 'at'])
const HOURS: readonly (readonly [string, number])[] = [
  ['three quarters of an hour', 45],
  ['quarter of an hour', 15],
  ['quarter hour', 15],
  ['half an hour', 30],
  ['half hour', 30],
  ['an hour and a half', 90],
]
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
