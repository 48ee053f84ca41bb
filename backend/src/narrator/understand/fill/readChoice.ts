import type { ParameterView } from '@llm-gamebook/story'
import { contentStems, contentWords } from '../../words/contentWords.ts'
import { readNumber } from '../../words/numbers.ts'
import { stem } from '../../words/stem.ts'
import { areSynonyms } from '../../words/synonyms.ts'
import { tokenize } from '../../words/tokenize.ts'
import type { PlayerInput } from '../playerInput.ts'
import { readBoolean } from './readBoolean.ts'
import type { Reading } from './reading.ts'

type ChoiceSlot = Extract<ParameterView, { readonly type: 'choice' }>

/** One of the author's values: by its full text, else by a word that only it has, else by the description's key. */
export function readChoice(slot: ChoiceSlot, input: PlayerInput): Reading | null {
  const { all, stems } = input
  const full = slot.values.filter((value) => isMentioned(tokenize(String(value)), all))
  const [longest] = full.toSorted((left, right) => String(right).length - String(left).length)
  if (longest !== undefined) return toReading(longest, tokenize(String(longest)))
  const number = slot.values.find(
    (value) => typeof value === 'number' && all.some((_, at) => readNumber(all, at)?.value === value),
  )
  if (number !== undefined) return { kind: 'value', value: number, used: numbersIn(all) }
  return readPart(slot, stems) ?? readHint(slot, all) ?? readAnswer(slot, input)
}

function toReading(value: string | number, said: readonly string[]): Reading {
  return { kind: 'value', value, used: contentStems(said) }
}

function isMentioned(value: readonly string[], all: readonly string[]): boolean {
  const stems = all.map(stem)
  return value.length > 0 && all.some((_, from) => value.every((word, at) => stems[from + at] === stem(word)))
}

function numbersIn(all: readonly string[]): readonly string[] {
  return contentStems(all.filter((_, at) => readNumber(all, at) !== null))
}

/** "The sword" for "draw the sword", if no other value mentions a sword. */
function readPart({ values }: ChoiceSlot, stems: readonly string[]): Reading | null {
  const fitting = values.flatMap((value) => {
    const used = stems.filter((said) =>
      contentWords(String(value)).some((word) => word === said || areSynonyms(word, said)),
    )
    return used.length === 0 ? [] : [{ value, used }]
  })
  const most = Math.max(...fitting.map(({ used }) => used.length))
  const best = fitting.filter(({ used }) => used.length === most)
  const [only] = best
  return only === undefined || best.length > 1 ? null : { kind: 'value', ...only }
}

/** The author's explanation of short values: "B as in book, M as in Marr". */
function readHint({ values, description }: ChoiceSlot, all: readonly string[]): Reading | null {
  for (const value of values) {
    const key = String(value).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    const hint = new RegExp(
      `(?<![\\p{L}\\p{N}])${key}(?:,? (?:as in|for|like|means|is) |: ?| = ?)([\\p{L}\\p{N}]+)`,
      'iu',
    ).exec(description)?.[1]
    const said = hint === undefined ? undefined : all.find((word) => stem(word) === stem(hint.toLowerCase()))
    if (said !== undefined) return toReading(value, [said])
  }
  return null
}

/** "Sure" for a value "yes". */
function readAnswer({ values }: ChoiceSlot, input: PlayerInput): Reading | null {
  const answer = readBoolean(input)
  if (answer?.kind !== 'value') return null
  const value = values.find((each) => each === (answer.value === true ? 'yes' : 'no'))
  return value === undefined ? null : { ...answer, value }
}
