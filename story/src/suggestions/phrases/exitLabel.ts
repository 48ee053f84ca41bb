import { isDestination, isDeterminer, isFunctionWord } from '../../names/isDestination.ts'
import { whereInSentence } from '../../names/nameInSentence.ts'
import { lowerFirst, upperFirst } from './letterCase.ts'
import { tidyLabel } from './tidyLabel.ts'

/** An exit as the player takes it: "Go down the steps", "Climb the ladder". Null without a label and a visible name. */
export function exitLabel(exit: { label: string | null; name: string | null }, texts: string): string | null {
  const [label, name] = [tidyLabel(exit.label), tidyLabel(exit.name)]
  if (label === null) return name === null ? null : `Go ${whereInSentence(name, texts)}`
  if (isDestination(label)) return `Go ${lowerFirst(label)}`
  return isName(label, name) ? `Go ${whereInSentence(label, texts)}` : upperFirst(label)
}

/** "The old mill", and "Old mill" for a place of that name, but not "Climb the ladder" or "knock at number nine". */
function isName(label: string, name: string | null): boolean {
  if (label.toLowerCase() === name?.toLowerCase()) return true
  const [first = '', second = ''] = label.toLowerCase().split(/[\s,]+/)
  return isDeterminer(first) || (/^\p{Lu}/u.test(label) && !isFunctionWord(second))
}
