import { contentWords } from '../words/contentWords.ts'
import { areSynonyms } from '../words/synonyms.ts'
import type { Speaker } from './speakers.ts'

/** The speakers with the most of these stems in their names, or else in their ids: the Admiral is a `parrot`. */
export function findNamedSpeakers(stems: readonly string[], speakers: readonly Speaker[]): readonly Speaker[] {
  const byName = bestNamed(stems, speakers, ({ name }) => name)
  return byName.length > 0 ? byName : bestNamed(stems, speakers, ({ id }) => id.replaceAll('_', ' '))
}

function bestNamed(
  stems: readonly string[],
  speakers: readonly Speaker[],
  nameOf: (speaker: Speaker) => string,
): readonly Speaker[] {
  const counted = speakers.map((speaker) => {
    const names = contentWords(nameOf(speaker))
    return {
      speaker,
      count: names.filter((name) => stems.some((word) => word === name || areSynonyms(word, name))).length,
    }
  })
  const most = Math.max(0, ...counted.map(({ count }) => count))
  return most === 0 ? [] : counted.filter(({ count }) => count === most).map(({ speaker }) => speaker)
}
