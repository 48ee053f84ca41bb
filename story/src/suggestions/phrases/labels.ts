import { authoredText } from '../../gamebook/authoredText.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { nameInSentence, personInSentence } from '../../names/nameInSentence.ts'
import { exitLabel } from './exitLabel.ts'
import { functionPhrase } from './functionPhrase.ts'
import { upperFirst } from './letterCase.ts'
import { tidyLabel } from './tidyLabel.ts'
import { topicLabel } from './topicLabel.ts'

/** The texts of suggestions, in the language of a gamebook. */
export interface Labels {
  /** Null without a label and a visible name. */
  readonly exit: (label: string | null, name: string | null) => string | null
  /** What a function does; null for a description that is meant for the narrator only. */
  readonly act: (description: string) => string | null
  readonly topic: (speaker: string, topic: string) => string
  /** A name inside a sentence: "the lamp room". */
  readonly name: (id: string, name: string) => string
  /** An act on things: `take the lamp`. In other languages, only the names. */
  readonly item: (english: string, names: readonly string[]) => string
}

export function labelsFor(gamebook: Gamebook): Labels {
  const known = labelsOfGamebooks.get(gamebook)
  if (known !== undefined) return known
  const labels = /^en\b/i.test(gamebook.language) ? englishLabels(gamebook) : AUTHORS_LABELS
  labelsOfGamebooks.set(gamebook, labels)
  return labels
}

const labelsOfGamebooks = new WeakMap<Gamebook, Labels>()

function englishLabels(gamebook: Gamebook): Labels {
  const texts = authoredText(gamebook)
  const speakers = new Set(indexOf(gamebook).speakers.map(({ id }) => id))
  const remembered = new Map<string, string | null>()
  const remember = (key: readonly (string | null)[], find: () => string | null): string | null => {
    const name = JSON.stringify(key)
    const known = remembered.get(name)
    if (known !== undefined) return known
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    const found = find()
    remembered.set(name, found)
    return found
  }
  return {
    exit: (label, name) => remember(['exit', label, name], () => exitLabel({ label, name }, texts)),
    act: (description) =>
      remember(['act', description], () => {
        const phrase = functionPhrase(description)
        return phrase === null ? null : upperFirst(phrase)
      }),
    topic: topicLabel,
    name: (id, name) =>
      remember(['name', id, name], () =>
        speakers.has(id) ? personInSentence(name, texts) : nameInSentence(name, texts),
      ) ?? name,
    item: (english) => upperFirst(english),
  }
}

/** How an author writes a name is found in all texts of the gamebook, and most names never change. */
const MOST_REMEMBERED = 2000

/** Where the engine's words would be in another language than the author's, the author's words are alone. */
const AUTHORS_LABELS: Labels = {
  exit: (label, name) => {
    const text = tidyLabel(label) ?? tidyLabel(name)
    return text === null ? null : upperFirst(text)
  },
  act: () => null,
  topic: (speaker, topic) => `${speaker}: ${topic}`,
  name: (_, name) => name,
  item: (_, names) => names.join(' → '),
}
