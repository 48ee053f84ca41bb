import { toProse } from '../prose/plainProse.ts'
import { lowerFirst } from '../prose/sentences.ts'
import type { Scene } from '../scene/scene.ts'
import { introduceEntity } from './describeEntity.ts'
import { toVerbatim, type Paragraphs } from './paragraphs.ts'

/** The opening has at most this many sentences before the suggestions, unless the author's own texts are longer. */
const MAX_SENTENCES = 4

/** @param narrations the author's words for the first visit of the start */
export function narrateOpening(scene: Scene, narrations: readonly string[]): Paragraphs {
  const summary = toProse(scene.view.summary ?? '')
  const place = toProse(scene.place?.description ?? '')
  const remaining = Math.max(0, MAX_SENTENCES - summary.length - place.length)
  const cast = [...describePlayer(scene), ...scene.people.flatMap((person) => introduceEntity(person, scene))].slice(
    0,
    remaining,
  )
  return [summary, ...toVerbatim(narrations), [...place, ...cast]]
}

/** "A bookbinder's apprentice of nineteen" → "You are a bookbinder's apprentice of nineteen." */
export function describePlayer({ playerCharacter }: Scene): string[] {
  const [first, ...rest] = toProse(playerCharacter?.description ?? '')
  if (first === undefined) return []
  return /^(An?|The|One) /.test(first) ? [`You are ${lowerFirst(first)}`, ...rest] : [first, ...rest]
}
