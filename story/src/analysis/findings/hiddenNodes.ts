import type { Entity, Gamebook } from '../../gamebook/gamebook.ts'
import { placeGraphs } from '../../play/placeGraphs.ts'
import type { World } from '../../state/world.ts'
import { isCurrentNode } from '../../traits/graph/currentNode.ts'
import { isVisible } from '../../traits/visibility.ts'
import { countCalls } from '../steps/step.ts'
import { events } from '../programs/event.ts'
import type { Observer } from '../programs/observers.ts'
import { observedFinding, type FindFindings, type FindingContext } from './findingContext.ts'

/** What a search must look at to find places that are hidden while the player is there. */
export function listHiddenNodeObservers(gamebook: Gamebook): readonly Observer[] {
  return placesThatHide(gamebook).map(({ graph, node }) => ({
    name: `presence at ${node.id}`,
    look: (world: World) =>
      isCurrentNode(world, graph, node.id) && !isVisible(world, node) ? [events.hiddenPlace(node.id)] : [],
  }))
}

/** Finds places where the player can be while they are hidden. */
export const findHiddenNodes: FindFindings = (context) => {
  const { gamebook, locations, answers } = context
  return placesThatHide(gamebook).flatMap(({ node: { id, secret } }) => {
    const witness = answers.pathTo(events.hiddenPlace(id))?.steps
    if (witness === undefined) return []
    const what = countCalls(witness) === 0 ? `The story starts at "${id}"` : `The player can be at "${id}"`
    const message = `${what} while it is hidden, so the story can't say where the player is.`
    const hint = secret
      ? 'Reveal it when the player gets there, or remove "secret".'
      : 'Use "requires" to close a place. "enabled" hides its description from the narrator.'
    const location = locations.key(id, secret ? 'secret' : 'enabled')
    return [observedFinding(context, 'hidden-node-entered', location, { message, hint, witness })]
  })
}

/** Whether it is reported that the player can be there while it is hidden. */
export function isFoundHidden({ gamebook, answers }: FindingContext, { id }: Entity): boolean {
  const canHide = placesThatHide(gamebook).some(({ node }) => node.id === id)
  return canHide && answers.canHappen(events.hiddenPlace(id)).kind === 'shown'
}

interface Place {
  readonly graph: Entity
  readonly node: Entity
}

function placesThatHide(gamebook: Gamebook): readonly Place[] {
  return placeGraphs(gamebook).flatMap((graph) =>
    (graph.graph?.nodeIds ?? [])
      .flatMap((id) => gamebook.entities.get(id) ?? [])
      .filter(({ secret, described }) => secret || (described?.enabled ?? null) !== null)
      .map((node) => ({ graph, node })),
  )
}
