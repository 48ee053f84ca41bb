import type { CallResult } from '../narratorInput.ts'
import { joinAnd } from './list.ts'
import { lowerFirst } from './sentences.ts'

type Roll = CallResult['rolls'][number]

/** "The dice: 5 and 2, with your nerve 9: it is enough." */
export function rollPhrase({ dice, add, addedBy, total, success }: Roll): string {
  const shown = `${dice.length === 1 ? 'The die' : 'The dice'}: ${joinAnd(dice.map(String))}`
  const sum = add === 0 ? (dice.length === 1 ? '' : `, ${total} in all`) : `, ${addition(add, addedBy)} ${total}`
  return `${shown}${sum}${success === null ? '' : `: ${success ? 'it is enough' : 'it is not enough'}`}.`
}

function addition(add: number, addedBy: string | null): string {
  if (addedBy !== null) return `with your ${lowerFirst(addedBy)}`
  return add > 0 ? `plus ${add} is` : `less ${-add} is`
}
