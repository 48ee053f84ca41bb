import { formatNumber } from '@llm-gamebook/story'

import type { CallResult } from '../narratorInput.ts'
import { joinAnd } from './list.ts'
import { lowerFirst } from './sentences.ts'

type Roll = CallResult['rolls'][number]

/** "You roll 5 and 2; with your nerve that makes 9: enough." */
export function rollPhrase({ dice, add, addedBy, total, success }: Roll): string {
  const sum =
    add === 0
      ? dice.length === 1
        ? ''
        : `, ${formatNumber(total)} in all`
      : `; ${addition(add, addedBy)} makes ${formatNumber(total)}`
  return `You roll ${joinAnd(dice.map(String))}${sum}${success === null ? '' : `: ${success ? 'enough' : 'not enough'}`}.`
}

function addition(add: number, addedBy: string | null): string {
  if (addedBy !== null) return `with your ${lowerFirst(addedBy)} that`
  return add > 0 ? `plus ${formatNumber(add)}` : `minus ${formatNumber(-add)}`
}
