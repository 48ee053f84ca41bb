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

/** The values that a message gives to the parameters of an option. */
export interface SlotValues {
  /** The named values; null for an optional parameter without one. */
  readonly args: Arguments
  /** The values of parameters that have only one possible value and were not named. */
  readonly implied: Arguments
  /** The first required parameter without a value. */
  readonly open: OpenSlot | null
  /** The stems that named a value. */
  readonly used: readonly string[]
}

export interface OpenSlot {
  readonly slot: ParameterView
  /** A named value that is not allowed. */
  readonly invalidValue: string | null
  /** The choices that fit the message equally; null if all choices are open. */
  readonly choices: readonly ChoiceView[] | null
}

/** @param isAnswer whether the message answers a question, so any of its words may belong to the first parameter */
export function fillSlots(
  option: Pick<Option, 'slots' | 'phrases' | 'verbs'>,
  input: PlayerInput,
  isAnswer = false,
): SlotValues {
  const known = new Set([...option.phrases.flat(), ...option.verbs])
  const readings = new Map<string, Reading>()
  const used: string[] = []
  for (const slot of inReadingOrder(option.slots)) {
    const reading = read(slot, withoutUsedStems(input, used), known, isAnswer)
    if (reading === null) continue
    readings.set(slot.name, reading)
    used.push(...reading.used)
  }
  return { ...toSlotValues(option.slots, readings), used }
}

/** A receiver is read before the item, from the words after "to"; free text is read last. */
function inReadingOrder(slots: readonly ParameterView[]): readonly ParameterView[] {
  return slots.toSorted((left, right) => rankOf(left) - rankOf(right))
}

function rankOf({ type, name }: ParameterView): number {
  return type === 'text' ? 2 : type === 'entity' && name === 'to' ? 0 : 1
}

function read(slot: ParameterView, input: PlayerInput, known: ReadonlySet<string>, isAnswer: boolean): Reading | null {
  switch (slot.type) {
    case 'integer':
      return readInteger(slot, input, new Set([...known, ...contentWords(`${slot.name} ${slot.description}`)]))
    case 'boolean':
      return readBoolean(input)
    case 'choice':
      return readChoice(slot, input)
    case 'entity':
      return slot.name === 'to' ? readReceiver(slot, input) : readEntity(slot, input.stems)
    case 'text':
      return mayQuote(input, known, isAnswer) ? readText(input, slot.maxLength, (word) => isKnown(word, known)) : null
  }
}

function readReceiver(slot: EntitySlot, input: PlayerInput): Reading | null {
  const tail = tailOf(input)
  return (tail.length > 0 ? readEntity(slot, tail) : null) ?? readEntity(slot, input.stems)
}

/** Any message could be a free text: only one that starts with the option's verb or has quotes counts. */
function mayQuote({ stems, text }: PlayerInput, known: ReadonlySet<string>, isAnswer: boolean): boolean {
  const [first] = stems
  return isAnswer || readQuote(text) !== null || (first !== undefined && known.has(first))
}

function isKnown(word: string, known: ReadonlySet<string>): boolean {
  return known.has(word) || [...known].some((other) => areSynonyms(word, other))
}

function withoutUsedStems(input: PlayerInput, used: readonly string[]): PlayerInput {
  return used.length === 0 ? input : { ...input, stems: input.stems.filter((word) => !used.includes(word)) }
}

function toSlotValues(
  slots: readonly ParameterView[],
  readings: ReadonlyMap<string, Reading>,
): Omit<SlotValues, 'used'> {
  const args: Record<string, Argument> = {}
  const implied: Record<string, Argument> = {}
  let open: OpenSlot | null = null
  for (const slot of slots) {
    const reading = readings.get(slot.name)
    const only = onlyValue(slot)
    if (reading?.kind === 'value') args[slot.name] = reading.value
    else if (reading !== undefined) open ??= openSlot(slot, reading)
    else if (!slot.required) args[slot.name] = null
    else if (only !== undefined) implied[slot.name] = only
    else open ??= { slot, invalidValue: null, choices: null }
  }
  return { args, implied, open }
}

function openSlot(slot: ParameterView, reading: Exclude<Reading, { readonly kind: 'value' }>): OpenSlot {
  return reading.kind === 'misfit'
    ? { slot, invalidValue: reading.value, choices: null }
    : { slot, invalidValue: null, choices: reading.choices }
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
