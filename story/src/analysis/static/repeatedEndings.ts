import type { Entity } from '../../gamebook/gamebook.ts'
import { authorText, normalizeText } from './authorText.ts'
import { staticFinding, type FindStatic } from './staticContext.ts'

/** Finds endings whose text repeats what their node says: players would read the same words twice. */
export const findRepeatedEndings: FindStatic = (context) => {
  const { gamebook, locations } = context
  return [...gamebook.entities.values()].filter(repeatsItself).map(({ id }) => {
    const message = `The text of the ending "${id}" repeats its description.`
    const hint = 'Write in the description where the player is, and in the text how the story ends.'
    const location = locations.key(id, 'ending')
    return staticFinding(context, 'ending-repeats-description', location, { message, hint }, 'note')
  })
}

function repeatsItself({ described, graphNode }: Entity): boolean {
  const text = graphNode?.ending?.text ?? null
  if (text === null) return false
  const others = [described?.description, graphNode?.firstVisit].flatMap((other) => other ?? []).map(authorText)
  const sentences = others.flatMap(sentencesOf)
  return sentencesOf(text).some((sentence) => sentences.some((other) => repeat(sentence, other)))
}

/** Whether one sentence contains the other, or they have several words in a row in common. */
function repeat(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one) || runsOf(one).some((run) => other.includes(run))
}

function runsOf(sentence: string): readonly string[] {
  const words = sentence.trim().split(' ')
  return words.slice(LONG_RUN - 1).map((_, start) => ` ${words.slice(start, start + LONG_RUN).join(' ')} `)
}

/** The sentences that are long enough not to be repeated by chance. */
function sentencesOf(text: string): readonly string[] {
  return text
    .split(/[.!?…:;]/u)
    .map(normalizeText)
    .filter((sentence) => sentence.trim().split(' ').length >= MIN_WORDS)
}

const MIN_WORDS = 4
const LONG_RUN = 6
