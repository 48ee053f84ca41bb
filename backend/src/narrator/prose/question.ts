import type { ClarifyIntent } from '../understand/intent.ts'
import { joinOr } from './list.ts'
import { toSecondPerson } from './secondPerson.ts'
import { capitalise, splitSentences } from './sentences.ts'

/**
 * The question for what a deed still lacks, in the words of its author: "How many coins the sentry is given: 1 or 2?"
 * @param nameOf how a choice is called inside a sentence
 */
export function questionFor({ option, open }: ClarifyIntent, nameOf: (name: string) => string): string {
  const { slot, misfit } = open
  const lead = misfit === null ? '' : `It cannot be ${misfit}. `
  switch (slot.type) {
    case 'integer':
      return `${lead}${about(slot, option.action, 'How many')}: ${rangeOf(slot.min, slot.max)}?`
    case 'boolean':
      return `${about(slot, option.action, 'How is it to be')}: yes or no?`
    case 'choice':
      return `${about(slot, option.action, 'Which')}: ${list(slot.values.map(String))}?`
    case 'entity':
      return `${about(slot, option.action, 'Which')}: ${list((open.choices ?? slot.choices).flatMap(({ name }) => (name === null ? [] : [nameOf(name)])))}?`
    case 'text':
      return `${about(slot, option.action, 'What are the words')}: say it in your own words.`
  }
}

/** The first sentence of the author's description; the usual words where there is none. */
function about({ name, description }: ClarifyIntent['open']['slot'], action: string | null, usual: string): string {
  const [sentence = ''] = splitSentences(toSecondPerson(description.trim()))
  const told = sentence.replace(/[.:?!]+$/, '')
  if (told !== '' && told !== name) return capitalise(told)
  return USUAL.get(`${action ?? ''} ${name}`) ?? usual
}

const USUAL: ReadonlyMap<string, string> = new Map([
  ['item/take item', 'What do you take'],
  ['item/drop item', 'What do you put down'],
  ['item/give item', 'What do you give'],
  ['item/give to', 'Who or what is to have it'],
  ['clock/advance minutes', 'How many minutes'],
])

function rangeOf(min: number, max: number): string {
  return max - min < 3
    ? joinOr(Array.from({ length: max - min + 1 }, (_, index) => String(min + index)))
    : `from ${min} to ${max}`
}

function list(names: readonly string[]): string {
  const told = names.slice(0, MOST)
  return names.length > MOST ? `${told.join(', ')} or something else` : joinOr(told)
}

const MOST = 8
