import { toProse } from '../prose/plainProse.ts'
import { toSentence } from '../prose/sentences.ts'
import { exitPhrase } from '../prose/exitPhrase.ts'
import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import { introduceEntity, describeEntity } from './describeEntity.ts'

/** How the player got to the present place: "You climb the ladder." Null where no way of the last place led here. */
export function narrateMove(before: Scene, { place }: Scene): string | null {
  const taken = before.options.find(({ kind, targetId }) => kind === 'exit' && targetId === place?.nodeId)
  const phrase = taken === undefined ? null : exitPhrase(taken, before)
  if (phrase === null) return null
  return toSentence(phrase.kind === 'go' ? `you go ${phrase.where}` : `you ${phrase.phrase}`)
}

/** What changed beside the player's way: the steps that plots, things and people have come to. */
export function narrateOtherGraphs(before: Scene, after: Scene): string[] {
  const earlier = new Set(before.view.graphs.map(({ nodeId }) => nodeId))
  return after.threads
    .filter((thread) => !earlier.has(thread.nodeId) && wasThere(thread.graphId, before))
    .flatMap(({ description }) => toProse(description))
}

/** Those whom the player comes upon, each in a sentence for the looks and one for the doings. */
export function introducePeople(before: Scene, after: Scene): string[] {
  return newcomers(before, after).flatMap((person) => introduceEntity(person, after))
}

/** Those who have come to where the player is: all of them is news. */
export function describeArrivals(before: Scene, after: Scene): string[] {
  return newcomers(before, after).flatMap((person) => describeEntity(person, after))
}

function newcomers(before: Scene, after: Scene): Scene['people'] {
  const seen = new Set(before.visible.map(({ id }) => id))
  return after.people.filter(({ id }) => !seen.has(id))
}

/** What has come to light where the player is. What the player holds is told with how it came there. */
export function introduceFinds(before: Scene, after: Scene): string[] {
  const seen = new Set(before.visible.map(({ id }) => id))
  const carried = new Set(after.carried.map(({ id }) => id))
  return after.visible
    .filter((entity) => !seen.has(entity.id) && !carried.has(entity.id) && !after.people.includes(entity))
    .flatMap((thing) => introduceEntity(thing, after))
}

/** What has become possible. */
export function newOptions(before: Scene, after: Scene): readonly Option[] {
  return after.options.filter(
    (option) => option.reason === null && !before.options.some((old) => old.reason === null && isSame(old, option)),
  )
}

function wasThere(graphId: string, { view }: Scene): boolean {
  return view.graphs.some((place) => place.graphId === graphId)
}

function isSame(left: Option, right: Option): boolean {
  return (
    left.graphId === right.graphId && left.targetId === right.targetId && left.call?.function === right.call?.function
  )
}
