import type { Speaker, Topic } from '../../scene/speakers.ts'
import { contentStems } from '../../words/contentWords.ts'
import { hasPhrase, phraseShare } from '../../words/phrases.ts'

/** A topic of a speaker that words name. */
export interface TopicMatch {
  readonly speaker: Speaker
  readonly topic: Topic
  /** The author's words for the topic that fit. */
  readonly phrase: string
  /** Whether the words have the phrase as it is. */
  readonly isExact: boolean
  readonly score: number
}

/**
 * The topics of a speaker that the words name. As in the engine, the longest phrase of the author counts, then the
 * first topic; only where no phrase is there as it is, similar words name a topic, and several can be equally near.
 */
export function matchTopics(
  speaker: Speaker,
  topics: readonly Topic[],
  words: readonly string[],
): readonly TopicMatch[] {
  const exact = best(speaker, topics, (phrase) => (hasPhrase(words, phrase) ? phrase.length : 0))
  const [first] = exact
  if (first !== undefined) return [{ ...first, isExact: true }]
  const stems = contentStems(words)
  return best(speaker, topics, (phrase) => {
    const share = phraseShare(phrase, stems)
    return share >= MIN_SHARE ? share : 0
  })
}

const MIN_SHARE = 0.5

/** The topics with the highest score, which is above 0. */
function best(speaker: Speaker, topics: readonly Topic[], scoreOf: (phrase: string) => number): readonly TopicMatch[] {
  const matches = topics.map((topic): TopicMatch => {
    const phrases = [...topic.about, ...(topic.label === null ? [] : [topic.label])]
    const scored = phrases.map((phrase) => ({ phrase, score: scoreOf(phrase) }))
    const top = scored.reduce((high, next) => (next.score > high.score ? next : high), { phrase: '', score: 0 })
    return { speaker, topic, ...top, isExact: false }
  })
  const highest = Math.max(0, ...matches.map(({ score }) => score))
  return highest === 0 ? [] : matches.filter(({ score }) => score === highest)
}
