import { toProse } from '../prose/plainProse.ts'
import { tellOutlook } from '../prose/outlook.ts'
import { lowerFirst } from '../prose/sentences.ts'
import type { Scene } from '../scene/scene.ts'
import { tellAtFirstSight } from './tellEntity.ts'
import type { Paragraphs } from './paragraphs.ts'

/** So many sentences before the one that says what can be done; the author's own are never cut for it. */
const FULL = 4

export function tellOpening(scene: Scene): Paragraphs {
  const summary = toProse(scene.view.summary ?? '')
  const place = toProse(scene.place?.description ?? '')
  const room = Math.max(0, FULL - summary.length - place.length)
  const cast = [...tellHero(scene), ...scene.people.flatMap((person) => tellAtFirstSight(person, scene))].slice(0, room)
  return [summary, [...place, ...cast], [tellOutlook(scene)]]
}

/** "A bookbinder's apprentice of nineteen" → "You are a bookbinder's apprentice of nineteen." */
export function tellHero({ hero }: Scene): string[] {
  const [first, ...rest] = toProse(hero?.description ?? '')
  if (first === undefined) return []
  return /^(An?|The|One) /.test(first) ? [`You are ${lowerFirst(first)}`, ...rest] : [first, ...rest]
}
