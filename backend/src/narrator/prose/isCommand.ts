import { isDestination, isDeterminer, isDirectionWord, isFunctionWord } from '@llm-gamebook/story'

import { stem } from '../words/stem.ts'
import { isVerb } from '../words/verbs.ts'

/** Whether a label is a command ("flood the basin"), not a name ("the old mill") or a destination. */
export function isCommand(label: string): boolean {
  const [first = '', second] = label.toLowerCase().split(/[\s,]+/)
  if (isDestination(label) || isDirectionWord(first) || isDeterminer(first)) return false
  if (second !== undefined && isFunctionWord(second)) return true
  return isVerb(stem(first)) && (stem(first) === first || `${stem(first)}e` === first)
}
