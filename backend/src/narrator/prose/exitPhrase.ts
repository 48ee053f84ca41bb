import { isDestination, nameInSentence, whereInSentence } from '@llm-gamebook/story'
import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import { contentWords } from '../words/contentWords.ts'
import { isPassage } from '../words/passages.ts'
import { isCommand } from './isCommand.ts'
import { lowerFirst } from './sentences.ts'

/** How the player takes an exit: the words after "go", or a phrase with its own verb ("climb the ladder"). */
export type ExitPhrase =
  { readonly kind: 'go'; readonly destination: string } | { readonly kind: 'verb'; readonly phrase: string }

/** Null for an exit without a visible name. */
export function exitPhrase({ label, name, nodeId }: Option, { authoredText, cameFrom }: Scene): ExitPhrase | null {
  if (label !== null && label.trim() !== '')
    return labelPhrase(label.slice(0, MAX_CHARACTERS).trim().replace(/[.:]$/, ''), authoredText)
  if (name === null || name.trim() === '') return null
  const where = whereInSentence(name, authoredText)
  return { kind: 'go', destination: nodeId === cameFrom ? `back ${where}` : where }
}

/** Longer labels are cut here. */
const MAX_CHARACTERS = 400

function labelPhrase(label: string, texts: string): ExitPhrase {
  if (isDestination(label)) return { kind: 'go', destination: lowerFirst(label) }
  if (isCommand(label)) return { kind: 'verb', phrase: lowerFirst(label) }
  const name = nameInSentence(label, texts)
  const isPassageName = contentWords(label).some(isPassage)
  return isPassageName ? { kind: 'verb', phrase: `take ${name}` } : { kind: 'go', destination: `to ${name}` }
}
