import { toProse } from '../prose/plainProse.ts'
import { toSentence } from '../prose/sentences.ts'
import { exitPhrase } from '../prose/exitPhrase.ts'
import type { Argument } from '../narratorInput.ts'
import type { Scene } from '../scene/scene.ts'
import { introduceEntity, describeEntity } from './describeEntity.ts'

/**
 * How the player reached the current place: "You climb the ladder." Null if no exit of the last place leads here.
 * @param edgeId the edge that the last call took, of several that can lead here
 */
export function narrateMove(before: Scene, { place }: Scene, edgeId: Argument = null): string | null {
  const exits = before.options.filter(({ kind, nodeId }) => kind === 'exit' && nodeId === place?.nodeId)
  const taken = exits.find(({ targetId }) => targetId === edgeId) ?? exits[0]
  const phrase = taken === undefined ? null : exitPhrase(taken, before)
  if (phrase === null) return null
  return toSentence(phrase.kind === 'go' ? `you go ${phrase.destination}` : `you ${phrase.phrase}`)
}

/** The new nodes of the graphs that are not maps: plots, items and people. */
export function narrateOtherGraphs(before: Scene, after: Scene): string[] {
  const earlier = new Set(before.view.graphs.map(({ nodeId }) => nodeId))
  return after.otherGraphs
    .filter((graph) => !earlier.has(graph.nodeId) && wasVisible(graph.graphId, before))
    .flatMap(({ description }) => toProse(description))
}

/** The people in a new place: one sentence for their appearance and one for what they do. */
export function introducePeople(before: Scene, after: Scene): string[] {
  return newcomers(before, after).flatMap((person) => introduceEntity(person, after))
}

/** The people who have come to the player's place, in full. */
export function describeArrivals(before: Scene, after: Scene): string[] {
  return newcomers(before, after).flatMap((person) => describeEntity(person, after))
}

function newcomers(before: Scene, after: Scene): Scene['people'] {
  const knownIds = new Set(before.visible.map(({ id }) => id))
  return after.people.filter(({ id }) => !knownIds.has(id))
}

/**
 * Items that have appeared at the player's place. Carried items are left to `describeTransfers`.
 * @param narrations the author's text for this step: what it says in full needs no introduction
 */
export function introduceFinds(before: Scene, after: Scene, narrations: readonly string[]): string[] {
  const knownIds = new Set(before.visible.map(({ id }) => id))
  const carried = new Set(after.carried.map(({ id }) => id))
  return after.visible
    .filter((entity) => !knownIds.has(entity.id) && !carried.has(entity.id) && !after.people.includes(entity))
    .filter(({ description }) => description === '' || !narrations.some((text) => text.includes(description.trim())))
    .flatMap((thing) => introduceEntity(thing, after))
}

function wasVisible(graphId: string, { view }: Scene): boolean {
  return view.graphs.some((place) => place.graphId === graphId)
}
