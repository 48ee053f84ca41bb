import { findPayloadKey, trimCharacters } from '@llm-gamebook/story'

import type { ClarifyIntent } from '../understand/intent.ts'
import { joinOr } from './list.ts'
import { toSecondPerson } from './secondPerson.ts'
import { capitalize, splitSentences } from './sentences.ts'

/**
 * The question for a missing parameter, in the author's words: "How many coins the sentry is given: 1 or 2?"
 * @param nameOf formats the name of a choice inside a sentence
 */
export function questionFor({ option, open }: ClarifyIntent, nameOf: (name: string) => string): string {
  const { slot, invalidValue } = open
  const lead = invalidValue === null ? '' : `It cannot be ${invalidValue}. `
  const text = authorText(slot)
  switch (slot.type) {
    case 'integer':
      return `${lead}${text ?? fallbackText(slot, option.action, 'How many')}: ${rangeOf(slot.min, slot.max)}?`
    case 'boolean':
      return text === null ? 'Yes or no?' : `${text}: yes or no?`
    case 'choice':
      return `${text ?? fallbackText(slot, option.action, 'Which')}: ${list(slot.values.map(String))}?`
    case 'entity':
      return `${text ?? fallbackText(slot, option.action, 'Which')}: ${list((open.choices ?? slot.choices).flatMap(({ name }) => (name === null ? [] : [nameOf(name)])))}?`
    case 'text':
      return text === null ? 'What do you say?' : `${text}: what will it be?`
  }
}

type Slot = ClarifyIntent['open']['slot']

/** The first sentence of the author's description of a parameter; null if there is none. */
function authorText({ name, description }: Slot): string | null {
  const [sentence = ''] = splitSentences(toSecondPerson(description.trim()))
  const text = trimCharacters(sentence, /[.:?!]/, 'end')
  return text === '' || text === name ? null : capitalize(text)
}

function fallbackText({ name }: Slot, action: string | null, usual: string): string {
  return findPayloadKey(action ?? '', name)?.question ?? usual
}

function rangeOf(min: number, max: number): string {
  return max - min < 3
    ? joinOr(Array.from({ length: max - min + 1 }, (_, index) => String(min + index)))
    : `from ${min} to ${max}`
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, MAX_CHOICES)
  return names.length > MAX_CHOICES ? `${shown.join(', ')} or something else` : joinOr(shown)
}

const MAX_CHOICES = 8
