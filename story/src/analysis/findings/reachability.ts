import { movesGraph } from '../../actions/findAction.ts'
import type { Entity, Gamebook, GamebookFunction } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { Answers } from '../answers/answers.ts'
import { events } from '../programs/event.ts'
import { absenceFinding, type FindFindings, type FindingContext } from './findingContext.ts'

/** Finds nodes and endings that can't be reached. */
export const findUnreachedNodes: FindFindings = (context) => {
  const { gamebook, locations, answers, diagnostics } = context
  const known = new Set(diagnostics.filter(({ code }) => STATIC.has(code)).map(({ path }) => path))
  return indexOf(gamebook).graphs.flatMap((graph) =>
    (graph.graph?.nodeIds ?? []).flatMap((nodeId) => {
      const location = locations.entity(nodeId)
      if (known.has(location.path)) return []
      const possibility = answers.canHappen(events.entered(graph.id, nodeId))
      if (possibility.kind !== 'proven') return []
      const isEnding = gamebook.entities.get(nodeId)?.graphNode?.ending != null
      const message = isEnding
        ? `The ending "${nodeId}" can't be reached.`
        : `The node "${nodeId}" of "${graph.id}" can't be reached.`
      const hint = hintForEntrances(gamebook, graph, nodeId)
      const code = isEnding ? 'unreached-ending' : 'unreached-node'
      return absenceFinding(context, possibility, code, location, { message, hint })
    }),
  )
}

/** Codes of diagnostics that report the same problem without a search. */
const STATIC: ReadonlySet<string> = new Set(['unreachable-node', 'node-without-graph'])

function hintForEntrances({ entities }: Gamebook, { graph }: Entity, nodeId: string): string {
  const from = (graph?.nodeIds ?? []).filter((id) => entities.get(id)?.graphNode?.edges.some(({ to }) => to === nodeId))
  return from.length === 0
    ? 'No edge leads there: add one, or check the effects that should lead there.'
    : `Check the edges from ${from.map((id) => `"${id}"`).join(', ')} to "${nodeId}": none of them can ever be used.`
}

/** Finds edges of reachable nodes that no function ever uses. */
export const findUnusedEdges: FindFindings = (context) => {
  const { gamebook, answers } = context
  return indexOf(gamebook).graphs.flatMap((graph) => {
    const movers = gamebook.functions.filter((fn) => moves(fn, graph) && !isNever(answers, events.offered(fn.name)))
    if (movers.length === 0) return []
    return (graph.graph?.nodeIds ?? [])
      .filter((from) => !isNever(answers, events.entered(graph.id, from)))
      .flatMap((from) => findUnusedEdgesOf(context, graph, from, movers))
  })
}

function findUnusedEdgesOf(
  context: FindingContext,
  graph: Entity,
  from: string,
  movers: readonly GamebookFunction[],
): ReturnType<FindFindings> {
  const { gamebook, locations, answers } = context
  const { edges = [], ending = null } = gamebook.entities.get(from)?.graphNode ?? {}
  return edges
    .filter(({ to }) => graph.graph?.nodeIds.includes(to))
    .flatMap(({ id, to, enabled }) => {
      const possibility = answers.canHappen(events.usedEdge(graph.id, from, id))
      if (possibility.kind !== 'proven') return []
      const requires = gamebook.entities.get(to)?.graphNode?.requires ?? null
      // A condition that is never true is reported as a finding about that condition.
      if ([enabled, requires].some((condition) => condition !== null && isNeverTrue(answers, condition))) return []
      const name = id === to ? '' : ` ("${id}")`
      const message = `The edge from "${from}" to "${to}"${name} is never used.`
      const hint =
        ending !== null
          ? 'The story is over at an ending: remove the edge.'
          : `Check the functions that use it (${movers.map((fn) => fn.name).join(', ')}) and its guard.`
      return absenceFinding(context, possibility, 'unused-edge', locations.edge(from, id), { message, hint })
    })
}

function isNever(answers: Answers, event: string): boolean {
  return answers.canHappen(event).kind === 'proven'
}

/** Whether a condition is evaluated and never true. */
function isNeverTrue(answers: Answers, condition: Parameters<Answers['conditionCanBe']>[0]): boolean {
  const isNeverOne = (value: boolean): boolean => answers.conditionCanBe(condition, value)?.kind === 'proven'
  return isNeverOne(true) && !isNeverOne(false)
}

function moves({ mainAction }: GamebookFunction, { id }: Entity): boolean {
  const moved = mainAction?.args.get('entity_id')
  return mainAction !== null && movesGraph(mainAction.action) && (moved === id || typeof moved !== 'string')
}

/** Finds functions that are never offered, or are refused at every call. */
export const findUnusedFunctions: FindFindings = (context) => {
  const { gamebook, locations, answers } = context
  return gamebook.functions.flatMap((fn) => {
    const called = answers.canHappen(events.called(fn.name))
    if (called.kind !== 'proven') return []
    const location = locations.function(fn.name)
    const offered = answers.canHappen(events.offered(fn.name))
    if (offered.kind === 'proven')
      return absenceFinding(context, offered, 'function-never-offered', location, explainNeverOffered(context, fn))
    if (offered.kind === 'not-known') return []
    const message = `The function "${fn.name}" is offered, but every call is refused.`
    return absenceFinding(context, called, 'function-never-succeeds', location, { message, hint: HINTS.refused })
  })
}

const HINTS = {
  refused: 'Check its actions and effects: one is never allowed.',
  guard: 'Fix its "enabled", or add something that makes it true.',
  choice: 'Check its parameters: there is never anything to choose.',
  owner: 'Add something that reveals the entity it belongs to.',
}

function explainNeverOffered({ answers, gamebook }: FindingContext, { name, enabled, ownerId }: GamebookFunction) {
  const message = `The function "${name}" is never offered.`
  const owner = ownerId === null ? undefined : gamebook.entities.get(ownerId)
  if (owner?.secret === true && isNever(answers, events.revealed(owner.id))) return { message, hint: HINTS.owner }
  const isGuarded = enabled !== null && answers.conditionCanBe(enabled, true)?.kind !== 'shown'
  return { message, hint: isGuarded ? HINTS.guard : HINTS.choice }
}

/** Finds triggers that never fire. */
export const findUnfiredTriggers: FindFindings = (context) => {
  const { gamebook, locations, answers } = context
  return gamebook.triggers.flatMap(({ id }) => {
    const message = `The trigger "${id}" never fires.`
    const hint = 'Fix its condition, or add something that makes it true.'
    const possibility = answers.canHappen(events.fired(id))
    return absenceFinding(context, possibility, 'trigger-never-fires', locations.trigger(id), { message, hint })
  })
}

/** Finds secrets that are never revealed and items that are never held by anything. */
export const findNeverRevealed: FindFindings = (context) => {
  const { gamebook, locations, answers } = context
  const { secrets, items, graphsOfNode } = indexOf(gamebook)
  const isStart = ({ id }: Entity): boolean =>
    (graphsOfNode.get(id) ?? []).some(({ graph }) => graph?.startNodeId === id)
  return [
    ...secrets
      .filter((entity) => !isStart(entity))
      .flatMap(({ id }) => {
        const message = `"${id}" is secret, and nothing ever reveals it.`
        const hint = 'Add a "reveal_when" that can become true, or an effect that reveals it.'
        const possibility = answers.canHappen(events.revealed(id))
        return absenceFinding(context, possibility, 'never-revealed', locations.entity(id), { message, hint })
      }),
    ...items.flatMap(({ id }) => {
      const message = `Nothing ever holds the item "${id}".`
      const hint = 'Put it somewhere with "held_by", or add an effect that gives it.'
      const possibility = answers.canHappen(events.held(id))
      return absenceFinding(context, possibility, 'item-never-there', locations.entity(id), { message, hint })
    }),
  ]
}
