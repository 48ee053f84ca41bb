import type { Entity, Gamebook } from '../../gamebook/gamebook.ts'
import { callsIn, effectsOfEntity, effectsOfFunction } from '../../gamebook/flattenEffects.ts'
import { placeGraphs } from '../../play/placeGraphs.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { textOf } from '../../gamebook/authoredText.ts'
import { wasDiscussed } from '../../state/stored.ts'
import type { World } from '../../state/world.ts'
import { isVisited } from '../../traits/graph/currentNode.ts'
import { listEntityTexts } from './secretTexts.ts'

/** A text of the author that is sent only when its moment has come. */
export interface LaterText {
  readonly text: string
  readonly isEnding: boolean
  /** Whether the state shows that its moment has not come. What nothing shows was perhaps sent. */
  readonly isAhead: (world: World) => boolean
}

/** Of nodes that are no places, of topics, of what functions write, and of endings. */
export function listLaterTexts(gamebook: Gamebook): readonly LaterText[] {
  const entities = [...gamebook.entities.values()]
  const places = new Set(placeGraphs(gamebook).flatMap(({ graph }) => graph?.nodeIds ?? []))
  return [
    ...entities.flatMap((entity) => nodeTexts(entity, places)),
    ...entities.flatMap(topicTexts),
    ...entities.flatMap(endingText),
    ...writtenTexts(gamebook),
  ]
}

function nodeTexts(entity: Entity, places: ReadonlySet<string>): readonly LaterText[] {
  if (entity.graphNode === undefined || places.has(entity.id)) return []
  const isAhead = (world: World): boolean =>
    !(indexOf(world.gamebook).graphsOfNode.get(entity.id) ?? []).some((graph) => isVisited(world, graph, entity.id))
  return listEntityTexts(entity).map((text) => ({ text, isEnding: false, isAhead }))
}

function topicTexts({ id, speaker }: Entity): readonly LaterText[] {
  return (speaker?.topics ?? []).map((topic) => ({
    text: textOf(topic.say),
    isEnding: false,
    isAhead: ({ state }) => !wasDiscussed(state, id, topic.id),
  }))
}

function endingText({ id, graphNode }: Entity): readonly LaterText[] {
  const text = graphNode?.ending?.text ?? null
  if (text === null) return []
  return [
    {
      text,
      isEnding: true,
      isAhead: ({ state: { ended } }) => ended === undefined || !('node' in ended) || ended.node !== id,
    },
  ]
}

function writtenTexts({ functions, triggers, entities }: Gamebook): readonly LaterText[] {
  const calls = callsIn([
    ...functions.flatMap(effectsOfFunction),
    ...triggers.flatMap((trigger) => trigger.effects),
    ...[...entities.values()].flatMap(effectsOfEntity),
  ])
  return calls.flatMap(({ args }) => {
    const value = args.get('value')
    return typeof value === 'string' ? [{ text: value, isEnding: false, isAhead: () => true }] : []
  })
}
