import type { NarratorInput } from '../narratorInput.ts'
import { deedPhrase } from '../prose/deedPhrase.ts'
import { toProse } from '../prose/plainProse.ts'
import { toSentence } from '../prose/sentences.ts'
import { wayPhrase } from '../prose/wayPhrase.ts'
import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import { tellAtFirstSight } from './tellEntity.ts'

/** What the player did this turn, as sentences: "You light the lamp." */
export function tellDeeds({ results }: NarratorInput, before: Scene, after: Scene): string[] {
  const done = results.filter(({ result }) => result === 'success')
  return done.flatMap((result) => {
    const choices = before.options.filter(({ kind, call }) => kind === 'deed' && call?.function === result.function)
    const nodes = new Set(after.view.places.map(({ nodeId }) => nodeId))
    const taken = choices.find(({ targetId }) => targetId !== null && nodes.has(targetId)) ?? onlyOne(choices)
    const phrase = taken === undefined ? null : deedPhrase(taken)
    return phrase === null ? [] : [toSentence(`you ${phrase}`)]
  })
}

/** How the player got to the present place: "You climb the ladder." Null where no way of the last place led here. */
export function tellWalk(before: Scene, { place }: Scene): string | null {
  const taken = before.options.find(({ kind, targetId }) => kind === 'way' && targetId === place?.nodeId)
  const phrase = taken === undefined ? null : wayPhrase(taken, before)
  if (phrase === null) return null
  return toSentence(phrase.kind === 'go' ? `you go ${phrase.where}` : `you ${phrase.phrase}`)
}

/** What changed beside the player's way: the steps that plots, things and people have come to. */
export function tellThreads(before: Scene, after: Scene): string[] {
  const earlier = new Set(before.view.places.map(({ nodeId }) => nodeId))
  return after.threads
    .filter((thread) => !earlier.has(thread.nodeId) && wasThere(thread.graphId, before))
    .flatMap(({ description }) => toProse(description))
}

/** Those who are here now and were not in sight before, each in a sentence for the looks and one for the doings. */
export function tellNewcomers(before: Scene, after: Scene): string[] {
  const seen = new Set(before.seen.map(({ id }) => id))
  return after.people.filter(({ id }) => !seen.has(id)).flatMap((person) => tellAtFirstSight(person, after))
}

/** What has become possible. */
export function newOptions(before: Scene, after: Scene): readonly Option[] {
  return after.options.filter(
    (option) => option.reason === null && !before.options.some((old) => old.reason === null && isSame(old, option)),
  )
}

function wasThere(graphId: string, { view }: Scene): boolean {
  return view.places.some((place) => place.graphId === graphId)
}

function isSame(left: Option, right: Option): boolean {
  return (
    left.graphId === right.graphId && left.targetId === right.targetId && left.call?.function === right.call?.function
  )
}

function onlyOne(options: readonly Option[]): Option | undefined {
  return options.length === 1 ? options[0] : undefined
}
