import type { ChoiceView } from '@llm-gamebook/story'
import type { EntitySlot } from '../../scene/option.ts'
import { contentWords } from '../../words/contentWords.ts'
import { areSynonyms } from '../../words/synonyms.ts'
import { isVerb } from '../../words/verbs.ts'
import { matchNames, rank } from '../match.ts'
import type { Reading } from './reading.ts'

/** The choice that the stems name: by name, else by id, else by the start of the description. */
export function readEntity({ choices }: EntitySlot, stems: readonly string[]): Reading | null {
  return (
    readBy(choices, stems, ({ name }) => contentWords(name ?? '')) ??
    readBy(choices, stems, ({ id }) => contentWords(id)) ??
    readBy(choices, stems, ({ description }) => contentWords((description ?? '').split(/[,.;:]/, 1)[0] ?? ''))
  )
}

const MIN_SCORE = 0.5
/** Choices whose scores differ by less are both possible. */
const MARGIN = 0.05

function readBy(
  choices: readonly ChoiceView[],
  stems: readonly string[],
  wordsOf: (choice: ChoiceView) => readonly string[],
): Reading | null {
  const ranked = choices
    .map((choice) => {
      const names = wordsOf(choice)
      const used = stems.filter((said) => names.some((word) => word === said || areSynonyms(word, said)))
      const nouns = used.filter((word) => !isVerb(word) || names.every(isVerb))
      return {
        choice,
        used: nouns,
        score: nouns.length === 0 ? 0 : rank(matchNames(nouns, [names])) * completeness(nouns, names),
      }
    })
    .toSorted((left, right) => right.score - left.score)
  const [best] = ranked
  if (best === undefined || best.score < MIN_SCORE) return null
  const rivals = ranked.filter(({ score }) => score > best.score - MARGIN)
  if (rivals.length > 1) return { kind: 'several', choices: rivals.map(({ choice }) => choice), used: best.used }
  return { kind: 'value', value: best.choice.id, used: best.used }
}

/** A full name scores higher than a part of one: "key" is the Key, not the Key ring. */
function completeness(said: readonly string[], names: readonly string[]): number {
  return 0.8 + 0.2 * Math.min(1, said.length / names.length)
}
