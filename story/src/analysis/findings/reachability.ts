import { movesGraph } from '../../actions/findAction.ts'
import type { Entity, Gamebook, GamebookFunction } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { Finding } from '../finding.ts'
import type { Coverage } from '../explore/coverage.ts'
import { absenceFinding, type FindFindings, type FindingContext } from './findingContext.ts'

/** Finds nodes and endings that can't be reached. */
export const findUnreachedNodes: FindFindings = (context) => {
  const { gamebook, locations, exploration, diagnostics } = context
  const known = new Set(diagnostics.filter(({ code }) => STATIC.has(code)).map(({ path }) => path))
  return indexOf(gamebook).graphs.flatMap((graph) =>
    (graph.graph?.nodeIds ?? []).flatMap((nodeId) => {
      const location = locations.entity(nodeId)
      if (exploration.coverage.nodes.has(`${graph.id} ${nodeId}`) || known.has(location.path)) return []
      const isEnding = gamebook.entities.get(nodeId)?.graphNode?.ending != null
      const message = isEnding
        ? `The ending "${nodeId}" can't be reached.`
        : `The node "${nodeId}" of "${graph.id}" can't be reached.`
      const hint = `Check ${describeEntrances(gamebook, graph, nodeId)}: none of them ever opens.`
      return [absenceFinding(context, isEnding ? 'unreached-ending' : 'unreached-node', location, { message, hint })]
    }),
  )
}

/** Codes of diagnostics that report the same problem without a search. */
const STATIC: ReadonlySet<string> = new Set(['unreachable-node', 'node-without-graph'])

function describeEntrances({ entities }: Gamebook, { graph }: Entity, nodeId: string): string {
  const from = (graph?.nodeIds ?? []).filter((id) => entities.get(id)?.graphNode?.edges.some(({ to }) => to === nodeId))
  return from.length === 0
    ? 'the effects that should lead there'
    : `the edges from ${from.map((id) => `"${id}"`).join(', ')}`
}

/** Finds edges of reachable nodes that no function ever uses. */
export const findUnusedEdges: FindFindings = (context) => {
  const { gamebook, locations, exploration } = context
  const { coverage } = exploration
  return indexOf(gamebook).graphs.flatMap((graph) => {
    const movers = gamebook.functions.filter((fn) => moves(fn, graph) && coverage.offered.has(fn.name))
    if (movers.length === 0) return []
    return (graph.graph?.nodeIds ?? []).flatMap((from) => {
      const edges = gamebook.entities.get(from)?.graphNode?.edges ?? []
      if (!coverage.nodes.has(`${graph.id} ${from}`)) return []
      return edges
        .filter(({ id, to }) => graph.graph?.nodeIds.includes(to) && !coverage.edges.has(`${graph.id} ${from} ${id}`))
        .filter(
          ({ enabled, to }) =>
            !isNeverTrue(coverage, [enabled, gamebook.entities.get(to)?.graphNode?.requires ?? null]),
        )
        .map(({ id, to }): Finding => {
          const isEnd = gamebook.entities.get(from)?.graphNode?.ending != null
          const name = id === to ? '' : ` ("${id}")`
          const message = `The edge from "${from}" to "${to}"${name} is never used.`
          const hint = isEnd
            ? 'The story is over at an ending: remove the edge.'
            : `Check the functions that use it (${movers.map(({ name }) => name).join(', ')}) and its guard.`
          return absenceFinding(context, 'unused-edge', locations.edge(from, id), { message, hint })
        })
    })
  })
}

type Guards = readonly (Parameters<Coverage['observe']>[0] | null)[]

/** Whether one of the conditions is never true, which is reported as a finding about that guard. */
function isNeverTrue({ guards }: Coverage, conditions: Guards): boolean {
  return conditions.some((condition) => {
    const outcomes = condition === null ? undefined : guards.get(condition)
    return outcomes !== undefined && !outcomes.holds
  })
}

function moves({ mainAction }: GamebookFunction, { id }: Entity): boolean {
  const moved = mainAction?.args.get('entity_id')
  return mainAction !== null && movesGraph(mainAction.action) && (moved === id || typeof moved !== 'string')
}

/** Finds functions that are never offered, or are refused at every call. */
export const findUnusedFunctions: FindFindings = (context) => {
  const { gamebook, locations, exploration } = context
  const { coverage } = exploration
  return gamebook.functions.flatMap((fn): readonly Finding[] => {
    const { name } = fn
    if (coverage.called.has(name)) return []
    if (!coverage.offered.has(name))
      return [
        absenceFinding(context, 'function-never-offered', locations.function(name), explainNeverOffered(context, fn)),
      ]
    const codes = [...(coverage.refusals.get(name) ?? [])].join(', ')
    const message = `The function "${name}" is offered, but every call is refused (${codes}).`
    return [
      absenceFinding(context, 'function-never-succeeds', locations.function(name), { message, hint: HINTS.refused }),
    ]
  })
}

const HINTS = {
  refused: 'Check its actions and effects: one is never allowed.',
  guard: 'Fix its "enabled", or add something that makes it true.',
  choice: 'Check its parameters: there is never anything to choose.',
  owner: 'Add something that reveals the entity it belongs to.',
}

function explainNeverOffered(
  { exploration: { coverage }, gamebook }: FindingContext,
  { name, enabled, ownerId }: GamebookFunction,
) {
  const message = `The function "${name}" is never offered.`
  const owner = ownerId === null ? undefined : gamebook.entities.get(ownerId)
  if (owner?.secret === true && !coverage.revealed.has(owner.id)) return { message, hint: HINTS.owner }
  const isGuarded = enabled !== null && coverage.guards.get(enabled)?.holds !== true
  return { message, hint: isGuarded ? HINTS.guard : HINTS.choice }
}

/** Finds triggers that never fire. */
export const findUnfiredTriggers: FindFindings = (context) => {
  const { gamebook, locations, exploration } = context
  return gamebook.triggers
    .filter(({ id }) => !exploration.coverage.fired.has(id))
    .map(({ id }) => {
      const message = `The trigger "${id}" never fires.`
      const hint = 'Fix its condition, or add something that makes it true.'
      return absenceFinding(context, 'trigger-never-fires', locations.trigger(id), { message, hint })
    })
}

/** Finds secrets that are never revealed and items that are never held by anything. */
export const findNeverRevealed: FindFindings = (context) => {
  const { gamebook, locations, exploration } = context
  const { coverage } = exploration
  const { secrets, items, graphsOfNode } = indexOf(gamebook)
  const isStart = ({ id }: Entity): boolean =>
    (graphsOfNode.get(id) ?? []).some(({ graph }) => graph?.startNodeId === id)
  return [
    ...secrets
      .filter((entity) => !coverage.revealed.has(entity.id) && !isStart(entity))
      .map(({ id }) => {
        const message = `"${id}" is secret, and nothing ever reveals it.`
        const hint = 'Add a "reveal_when" that can become true, or an effect that reveals it.'
        return absenceFinding(context, 'never-revealed', locations.entity(id), { message, hint })
      }),
    ...items
      .filter(({ id }) => !coverage.held.has(id))
      .map(({ id }) => {
        const message = `The item "${id}" is never held by anything.`
        const hint = 'Put it somewhere with "held_by", or add an effect that gives it.'
        return absenceFinding(context, 'item-never-there', locations.entity(id), { message, hint })
      }),
  ]
}
