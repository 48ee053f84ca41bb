import { normalizePhrase } from '../../../names/normalizePhrase.ts'
import { relatedTo, report } from '../../diagnostics/reporter.ts'
import type { Located } from '../../diagnostics/sourceLocation.ts'
import type { TopicDraft } from '../draft.ts'

/** Reports topics of one speaker with the same id, and words that can never lead to their topic. */
export function checkTopics(topics: readonly TopicDraft[]): void {
  const first = new Map<string, TopicDraft>()
  for (const topic of topics) {
    const { value, location } = topic.id
    const earlier = first.get(value)
    if (earlier === undefined) first.set(value, topic)
    else {
      const message = `Another topic of this speaker already has the id "${value}".`
      report(location, 'duplicate-id', message, 'Change the "id" of one of the two.', [
        relatedTo(earlier.id.location, `"${value}" is first used here.`),
      ])
    }
  }
  checkWords(topics)
}

export function hasLetters(text: string): boolean {
  return normalizePhrase(text) !== ''
}

/** A topic that can always be asked takes its words from the ones after it. */
function checkWords(topics: readonly TopicDraft[]): void {
  const taken = new Map<string, { word: Located<string>; topic: TopicDraft }>()
  for (const topic of topics) {
    const own = new Set<string>()
    for (const word of topic.about) {
      const key = normalizePhrase(word.value)
      const earlier = taken.get(key)
      if (own.has(key)) reportTwice(word)
      else if (earlier !== undefined) reportTaken(word, earlier)
      own.add(key)
    }
    if (topic.enabled !== null || topic.once) continue
    for (const word of topic.about) {
      const key = normalizePhrase(word.value)
      if (!taken.has(key)) taken.set(key, { word, topic })
    }
  }
}

function reportTwice({ value, location }: Located<string>): void {
  report(location, 'duplicate-word', `"${value}" is already a word of this topic.`, 'Remove one of the two.')
}

function reportTaken(
  { value, location }: Located<string>,
  earlier: { readonly word: Located<string>; readonly topic: TopicDraft },
): void {
  const { id } = earlier.topic
  const message = `"${value}" always means the topic "${id.value}", which comes first.`
  report(location, 'duplicate-word', message, 'Use another word, or give the first topic a condition ("enabled").', [
    relatedTo(earlier.word.location, 'It is first used here.'),
  ])
}
