import { movesGraph } from '../../actions/findAction.ts'
import { isConstantExpression } from '../../expressions/syntax/isConstantExpression.ts'
import type { Entity, Gamebook, GamebookFunction } from '../../gamebook/gamebook.ts'
import { offerFunction } from '../../play/offeredFunctions.ts'
import type { World } from '../../state/world.ts'
import { isVisible } from '../../traits/visibility.ts'
import { events } from '../programs/event.ts'
import type { Observer } from '../programs/observers.ts'
import { pathsIn } from '../static/pathsIn.ts'
import { observedFinding, type FindFindings } from './findingContext.ts'

/** What a search must look at to find functions that are offered while the graph that they move is hidden. */
export function listHiddenGraphObservers(gamebook: Gamebook): readonly Observer[] {
  return listMoves(gamebook).map(({ fn, graph }) => ({
    name: `${fn.name} moving ${graph.id}`,
    look: (world: World) =>
      !isVisible(world, graph) && offerFunction(world, fn, ignore) !== null ? [events.hiddenGraph(fn.name)] : [],
    onlyBeforeEnd: true,
  }))
}

/**
 * Finds functions that move a graph while it is hidden. A narrator gets the function, but not the graph, so it can
 * only guess what the function is for.
 */
export const findFunctionsOfHiddenGraphs: FindFindings = (context) => {
  const { gamebook, locations, answers } = context
  return listMoves(gamebook).flatMap(({ fn, graph }) => {
    const witness = answers.pathTo(events.hiddenGraph(fn.name))?.steps
    if (witness === undefined) return []
    const message = `The function "${fn.name}" is offered even while "${graph.id}" is hidden.`
    const hint = `Give the function the same "enabled" as "${graph.id}".`
    const text = { message, hint, witness }
    return [observedFinding(context, 'function-of-hidden-graph', locations.function(fn.name), text)]
  })
}

interface Move {
  readonly fn: GamebookFunction
  readonly graph: Entity
}

function listMoves(gamebook: Gamebook): readonly Move[] {
  return gamebook.functions.flatMap((fn) => {
    const graph = graphMovedBy(gamebook, fn)
    return graph === undefined || !canBeHidden(graph) || asksAbout(fn, graph) ? [] : [{ fn, graph }]
  })
}

function graphMovedBy({ entities }: Gamebook, { mainAction }: GamebookFunction): Entity | undefined {
  if (mainAction === null || !movesGraph(mainAction.action)) return undefined
  const id = mainAction.args.get('entity_id')
  return typeof id === 'string' ? entities.get(id) : undefined
}

/** A graph whose condition is written as "false" is meant to be hidden. */
function canBeHidden({ secret, described }: Entity): boolean {
  const terms = described?.enabled?.terms ?? []
  return secret || terms.some((term) => typeof term === 'object' && !isConstantExpression(term.root))
}

/** Whether the author has thought of the state of the graph: someone who has left can still be spoken of. */
function asksAbout({ enabled }: GamebookFunction, { id }: Entity): boolean {
  const terms = enabled?.terms ?? []
  return terms.some((term) => typeof term === 'object' && pathsIn(term.root).some((path) => path.startsWith(`${id}.`)))
}

function ignore(): void {}
