import type { ChoiceView, ParameterView } from '@llm-gamebook/story'
import type { Argument } from '../../narratorInput.ts'
import type { Arguments, EntitySlot, Option } from '../../scene/option.ts'
import { contentWords } from '../../words/contentWords.ts'
import { areSynonyms } from '../../words/synonyms.ts'
import type { PlayerInput } from '../playerInput.ts'
import { readBoolean } from './readBoolean.ts'
import { readChoice } from './readChoice.ts'
import { readEntity } from './readEntity.ts'
import type { Reading } from './reading.ts'
import { readInteger } from './readInteger.ts'
import { readQuote, readText } from './readText.ts'
import { tailOf } from './tailOf.ts'

/** What words say of the parameters of an option. */
export interface Filled {
  /** By name: what was said, and null for what need not be. */
  readonly args: Arguments
  /** What has only one answer, and was not said. */
  readonly implied: Arguments
  /** The first that is still to be asked for. */
  readonly open: OpenSlot | null
  /** Stems that said a value. */
  readonly used: readonly string[]
}

export interface OpenSlot {
  readonly slot: ParameterView
  /** What was said and is not possible. */
  readonly misfit: string | null
  /** What is left to choose from, where the words fit several; null where all is. */
  readonly choices: readonly ChoiceView[] | null
}

/** @param isAnswer whether the words answer a question, so that all of them may be meant for the first parameter */
export function fillSlots(
  option: Pick<Option, 'slots' | 'phrases' | 'verbs'>,
  words: PlayerInput,
  isAnswer = false,
): Filled {
  const known = new Set([...option.phrases.flat(), ...option.verbs])
  const readings = new Map<string, Reading>()
  const used: string[] = []
  for (const slot of inReadingOrder(option.slots)) {
    const reading = read(slot, withoutUsed(words, used), known, isAnswer)
    if (reading === null) continue
    readings.set(slot.name, reading)
    used.push(...reading.used)
  }
  return { ...sortOut(option.slots, readings), used }
}

/** A receiver is read before the thing, from the words behind "to"; free text is what is left. */
function inReadingOrder(slots: readonly ParameterView[]): readonly ParameterView[] {
  return slots.toSorted((left, right) => rankOf(left) - rankOf(right))
}

function rankOf({ type, name }: ParameterView): number {
  return type === 'text' ? 2 : type === 'entity' && name === 'to' ? 0 : 1
}

function read(slot: ParameterView, words: PlayerInput, known: ReadonlySet<string>, isAnswer: boolean): Reading | null {
  switch (slot.type) {
    case 'integer':
      return readInteger(slot, words, new Set([...known, ...contentWords(`${slot.name} ${slot.description}`)]))
    case 'boolean':
      return readBoolean(words)
    case 'choice':
      return readChoice(slot, words)
    case 'entity':
      return slot.name === 'to' ? readReceiver(slot, words) : readEntity(slot, words.stems)
    case 'text':
      return mayQuote(words, known, isAnswer) ? readText(words, slot.maxLength, (word) => isKnown(word, known)) : null
  }
}

function readReceiver(slot: EntitySlot, words: PlayerInput): Reading | null {
  const tail = tailOf(words)
  return (tail.length > 0 ? readEntity(slot, tail) : null) ?? readEntity(slot, words.stems)
}

/** Any words could be a text: only those that begin with the deed, or are in quotes, are meant as one. */
function mayQuote({ stems, text }: PlayerInput, known: ReadonlySet<string>, isAnswer: boolean): boolean {
  const [first] = stems
  return isAnswer || readQuote(text) !== null || (first !== undefined && known.has(first))
}

function isKnown(word: string, known: ReadonlySet<string>): boolean {
  return known.has(word) || [...known].some((other) => areSynonyms(word, other))
}

function withoutUsed(words: PlayerInput, used: readonly string[]): PlayerInput {
  return used.length === 0 ? words : { ...words, stems: words.stems.filter((word) => !used.includes(word)) }
}

function sortOut(slots: readonly ParameterView[], readings: ReadonlyMap<string, Reading>): Omit<Filled, 'used'> {
  const args: Record<string, Argument> = {}
  const implied: Record<string, Argument> = {}
  let open: OpenSlot | null = null
  for (const slot of slots) {
    const reading = readings.get(slot.name)
    const only = onlyValue(slot)
    if (reading?.kind === 'value') args[slot.name] = reading.value
    else if (reading !== undefined) open ??= openBy(slot, reading)
    else if (!slot.required) args[slot.name] = null
    else if (only !== undefined) implied[slot.name] = only
    else open ??= { slot, misfit: null, choices: null }
  }
  return { args, implied, open }
}

function openBy(slot: ParameterView, reading: Exclude<Reading, { readonly kind: 'value' }>): OpenSlot {
  return reading.kind === 'misfit'
    ? { slot, misfit: reading.said, choices: null }
    : { slot, misfit: null, choices: reading.choices }
}

function onlyValue(slot: ParameterView): Argument | undefined {
  switch (slot.type) {
    case 'integer':
      return slot.min === slot.max ? slot.min : undefined
    case 'choice':
      return slot.values.length === 1 ? slot.values[0] : undefined
    case 'entity':
      return slot.choices.length === 1 ? slot.choices[0]?.id : undefined
    case 'boolean':
    case 'text':
      return undefined
  }
}
