import { nameInSentence, whereInSentence } from '@llm-gamebook/story'
import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import { contentWords } from '../words/contentWords.ts'
import { isPassage } from '../words/passages.ts'
import { isCommand, isDestination } from './isCommand.ts'
import { lowerFirst } from './sentences.ts'

/** How one takes a way: the words after "go", or a whole phrase with a verb of its own ("climb the ladder"). */
export type ExitPhrase =
  { readonly kind: 'go'; readonly where: string } | { readonly kind: 'verb'; readonly phrase: string }

/** Null for a way that nobody here has a name for. */
export function exitPhrase({ label, name, targetId }: Option, { texts, cameFrom }: Scene): ExitPhrase | null {
  if (label !== null && label.trim() !== '')
    return labelPhrase(label.slice(0, LONGEST).trim().replace(/[.:]$/, ''), texts)
  if (name === null || name.trim() === '') return null
  const where = whereInSentence(name, texts)
  return { kind: 'go', where: targetId === cameFrom ? `back ${where}` : where }
}

/** Characters that are read of a label: a phrase has no more. */
const LONGEST = 400

function labelPhrase(label: string, texts: string): ExitPhrase {
  if (isDestination(label)) return { kind: 'go', where: lowerFirst(label) }
  if (isCommand(label)) return { kind: 'verb', phrase: lowerFirst(label) }
  const name = nameInSentence(label, texts)
  const isWayItself = contentWords(label).some(isPassage)
  return isWayItself ? { kind: 'verb', phrase: `take ${name}` } : { kind: 'go', where: `to ${name}` }
}
