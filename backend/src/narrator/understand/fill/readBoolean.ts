import { contentStems } from '../../words/contentWords.ts'
import type { PlayerInput } from '../playerInput.ts'
import type { Reading } from './reading.ts'

/** "Yes", "I do", "no", "never". */
export function readBoolean({ all }: Pick<PlayerInput, 'all'>): Reading | null {
  const word = all.find((each) => YES.has(each) || NO.has(each))
  return word === undefined ? null : { kind: 'value', value: YES.has(word), used: contentStems([word]) }
}

const YES = new Set('yes yeah yep yup aye sure certainly indeed true agree agreed accept gladly affirmative'.split(' '))
const NO = new Set('no nope nay not never false refuse decline reject negative cannot dont wont'.split(' '))
