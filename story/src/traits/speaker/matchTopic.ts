import type { Entity, Topic } from '../../gamebook/gamebook.ts'
import { normalizePhrase } from '../../names/normalizePhrase.ts'
import type { ReportFailure } from '../../state/errorFallback.ts'
import type { World } from '../../state/world.ts'
import { askableTopics, expectedTopic } from './topics.ts'

/** Longer words name no topic. */
export const TOPIC_CHARACTERS = 500

/**
 * The topic that a player's words name among those that can be asked now: the one with the longest match, the first of
 * several. Words that name none go to the speaker's open question.
 */
export function matchTopic(world: World, speaker: Entity, words: string, report: ReportFailure): Topic | undefined {
  if (words.length > TOPIC_CHARACTERS) return undefined
  const text = ` ${normalizePhrase(words)} `
  const [best] = askableTopics(world, speaker, report)
    .map((topic) => ({ topic, length: matchLength(topic, text) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)
  return best?.topic ?? expectedTopic(world, speaker, report)
}

/** The length of the longest name of a topic that the text contains as whole words; 0 if it contains none. */
function matchLength({ about, label }: Topic, text: string): number {
  const names = [...about, ...(label === null ? [] : [label])].map(normalizePhrase)
  return Math.max(0, ...names.filter((name) => text.includes(` ${name} `)).map(({ length }) => length))
}
