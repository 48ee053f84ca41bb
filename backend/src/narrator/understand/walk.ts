import type { KnownPlaceView } from '@llm-gamebook/story'
import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import { contentStems, contentWords } from '../words/contentWords.ts'
import { isDirection } from '../words/directions.ts'
import type { Intent } from './intent.ts'
import type { PlayerInput } from './playerInput.ts'

/** "Go to the bindery": the next step to a place where the player has been, or why it can't be reached. */
export function findWalk(input: PlayerInput, scene: Scene): Intent | null {
  const place = findNamedPlace(input, scene.knownPlaces)
  if (place === null) return null
  const [next] = place.edgeIds ?? []
  if (next === undefined) return place.reason === null ? { kind: 'no-exit' } : { kind: 'refused', reason: place.reason }
  const step = scene.options.find((option) => isStep(option, place.graphId, next))
  if (step?.call == null) return null
  return { kind: 'walk', nodeId: place.nodeId, call: step.call }
}

/** The place that a wish to go somewhere names in full; null if it names none, or several equally. */
export function findNamedPlace<Place extends Pick<KnownPlaceView, 'name' | 'nodeId'>>(
  { all, stems, verb, verbKinds: [kind], mood }: PlayerInput,
  places: readonly Place[],
): Place | null {
  const isTransport = verb !== null && TRANSPORTS.has(verb) && all.includes('to')
  if (mood !== 'wish' || (kind !== undefined && kind !== 'travel' && !isTransport)) return null
  const nouns = (isTransport ? contentStems(all.slice(all.lastIndexOf('to'))) : stems).filter(
    (word) => word !== verb && !isDirection(word) && !VAGUE.has(word),
  )
  if (nouns.length === 0) return null
  const scored = places.map((place) => ({ place, score: scoreName(contentWords(place.name), nouns) }))
  const best = Math.max(0, ...scored.map(({ score }) => score))
  const [first, second] = scored.filter(({ score }) => score === best)
  return best >= MIN_SCORE && first !== undefined && second === undefined ? first.place : null
}

/** Half of the name and no other nouns, or all of it: "the lodge" is the keeper's lodge. */
const MIN_SCORE = 0.5
const MAX_FOREIGN = 3
/** "Carry the bar to the mill" is to go there. */
const TRANSPORTS = new Set(contentWords('carry bring take lug drag haul'))
const VAGUE = new Set(contentWords('way place again back rest'))

function scoreName(name: readonly string[], nouns: readonly string[]): number {
  const named = name.filter((word) => nouns.includes(word)).length
  const foreign = nouns.filter((word) => !name.includes(word)).length
  if (name.length === 0 || foreign > MAX_FOREIGN) return 0
  if (named === name.length) return 1 - 0.1 * foreign
  return foreign > 0 ? 0 : named / name.length
}

function isStep({ graphId, targetId, call, kind }: Option, ofGraph: string, edgeId: string): boolean {
  return kind === 'exit' && graphId === ofGraph && targetId === edgeId && call !== null
}
