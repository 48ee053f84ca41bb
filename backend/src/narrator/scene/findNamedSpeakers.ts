import { contentWords } from '../words/contentWords.ts'
import { areSynonyms } from '../words/synonyms.ts'
import type { Speaker } from './speakers.ts'

/**
 * The speakers with the most of these stems in their names, or else in their ids, or in what is seen of them: the Admiral
 * is a `parrot`, and Nell a bride.
 */
export function findNamedSpeakers(
  stems: readonly string[],
  speakers: readonly Speaker[],
  described: readonly { readonly id: string; readonly description: string }[] = [],
): readonly Speaker[] {
  const texts = new Map(described.map(({ id, description }) => [id, description]))
  const naming = [
    ({ name }: Speaker): string => name,
    ({ id }: Speaker): string => id.replaceAll('_', ' '),
    ({ id }: Speaker): string => texts.get(id) ?? '',
  ]
  return naming.map((nameOf) => bestNamed(stems, speakers, nameOf)).find((named) => named.length > 0) ?? []
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
