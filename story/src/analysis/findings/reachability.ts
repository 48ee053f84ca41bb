import type { Entity, Gamebook, GamebookFunction } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { Finding } from '../finding.ts'
import type { Coverage } from '../explore/coverage.ts'
import { absenceFinding, type FindFindings, type FindingContext } from './findingContext.ts'

/** Nodes and endings that nothing leads to. */
export const findUnreachedNodes: FindFindings = (context) => {
  const { gamebook, places, exploration, diagnostics } = context
  const known = new Set(diagnostics.filter(({ code }) => STATIC.has(code)).map(({ path }) => path))
  return indexOf(gamebook).graphs.flatMap((graph) =>
    (graph.graph?.nodeIds ?? []).flatMap((nodeId) => {
      const place = places.entity(nodeId)
      if (exploration.coverage.nodes.has(`${graph.id} ${nodeId}`) || known.has(place.path)) return []
      const isEnding = gamebook.entities.get(nodeId)?.graphNode?.ending != null
      const message = isEnding
        ? `The ending "${nodeId}" cannot be reached.`
        : `The node "${nodeId}" of "${graph.id}" cannot be reached.`
      const hint = `Look at ${waysInto(gamebook, graph, nodeId)}: none of them is ever open.`
      return [absenceFinding(context, isEnding ? 'unreached-ending' : 'unreached-node', place, { message, hint })]
    }),
  )
}

/** What the reader finds without playing. */
const STATIC: ReadonlySet<string> = new Set(['unreachable-node', 'node-without-graph'])

function waysInto({ entities }: Gamebook, { graph }: Entity, nodeId: string): string {
  const from = (graph?.nodeIds ?? []).filter((id) => entities.get(id)?.graphNode?.edges.some(({ to }) => to === nodeId))
  return from.length === 0
    ? 'the effects that should lead there'
    : `the ways from ${from.map((id) => `"${id}"`).join(', ')}`
}

/** Ways out of nodes that are reached, which no function ever takes. */
export const findUnusedEdges: FindFindings = (context) => {
  const { gamebook, places, exploration } = context
  const { coverage } = exploration
  return indexOf(gamebook).graphs.flatMap((graph) => {
    const movers = gamebook.functions.filter((fn) => moves(fn, graph) && coverage.offered.has(fn.name))
    if (movers.length === 0) return []
    return (graph.graph?.nodeIds ?? []).flatMap((from) => {
      const edges = gamebook.entities.get(from)?.graphNode?.edges ?? []
      if (!coverage.nodes.has(`${graph.id} ${from}`)) return []
      return edges
        .filter(({ to }) => graph.graph?.nodeIds.includes(to) && !coverage.edges.has(`${graph.id} ${from} ${to}`))
        .filter(
          ({ enabled, to }) => !neverHolds(coverage, [enabled, gamebook.entities.get(to)?.graphNode?.requires ?? null]),
        )
        .map(({ to }): Finding => {
          const isEnd = gamebook.entities.get(from)?.graphNode?.ending != null
          const message = `The way from "${from}" to "${to}" is never taken.`
          const hint = isEnd
            ? 'The story is over at an ending: remove the way.'
            : `Look at what offers it (${movers.map(({ name }) => name).join(', ')}) and at the guard of the way.`
          return absenceFinding(context, 'unused-edge', places.edge(from, to), { message, hint })
        })
    })
  })
}

type Guards = readonly (Parameters<Coverage['observe']>[0] | null)[]

/** Reported as a guard. */
function neverHolds({ guards }: Coverage, conditions: Guards): boolean {
  return conditions.some((condition) => {
    const answers = condition === null ? undefined : guards.get(condition)
    return answers !== undefined && !answers.holds
  })
}

function moves({ mainAction }: GamebookFunction, { id }: Entity): boolean {
  const moved = mainAction?.args.get('entity_id')
  return mainAction?.action === 'graph/transition' && (moved === id || typeof moved !== 'string')
}

/** Functions that are never offered, or never accepted when they are. */
export const findUnusedFunctions: FindFindings = (context) => {
  const { gamebook, places, exploration } = context
  const { coverage } = exploration
  return gamebook.functions.flatMap((fn): readonly Finding[] => {
    const { name } = fn
    if (coverage.called.has(name)) return []
    if (!coverage.offered.has(name))
      return [absenceFinding(context, 'function-never-offered', places.function(name), whyNotOffered(context, fn))]
    const codes = [...(coverage.refusals.get(name) ?? [])].join(', ')
    const message = `The function "${name}" is offered, but every call of it is refused (${codes}).`
    return [absenceFinding(context, 'function-never-succeeds', places.function(name), { message, hint: HINTS.refused })]
  })
}

const HINTS = {
  refused: 'Look at what it does: one of its actions or effects is never allowed.',
  guard: 'Mend its "enabled", or let something make it true.',
  choice: 'Look at what its parameters may be: there is never anything to choose.',
  owner: 'Let something reveal the entity that it belongs to.',
}

function whyNotOffered(
  { exploration: { coverage }, gamebook }: FindingContext,
  { name, enabled, ownerId }: GamebookFunction,
) {
  const message = `The function "${name}" is never offered.`
  const owner = gamebook.entities.get(ownerId)
  if (owner?.secret === true && !coverage.revealed.has(ownerId)) return { message, hint: HINTS.owner }
  const isGuarded = enabled !== null && coverage.guards.get(enabled)?.holds !== true
  return { message, hint: isGuarded ? HINTS.guard : HINTS.choice }
}

/** Triggers whose condition never becomes true. */
export const findUnfiredTriggers: FindFindings = (context) => {
  const { gamebook, places, exploration } = context
  return gamebook.triggers
    .filter(({ id }) => !exploration.coverage.fired.has(id))
    .map(({ id }) => {
      const message = `The trigger "${id}" never fires.`
      const hint = 'Mend its condition, or let something make it true.'
      return absenceFinding(context, 'trigger-never-fires', places.trigger(id), { message, hint })
    })
}

/** Secrets that stay so, and things that are nowhere. */
export const findNeverRevealed: FindFindings = (context) => {
  const { gamebook, places, exploration } = context
  const { coverage } = exploration
  const { secrets, items, graphsOfNode } = indexOf(gamebook)
  const isStart = ({ id }: Entity): boolean =>
    (graphsOfNode.get(id) ?? []).some(({ graph }) => graph?.startNodeId === id)
  return [
    ...secrets
      .filter((entity) => !coverage.revealed.has(entity.id) && !isStart(entity))
      .map(({ id }) => {
        const message = `"${id}" is secret, and nothing ever reveals it.`
        const hint = 'Give it a "reveal_when" that can hold, or reveal it by an effect.'
        return absenceFinding(context, 'never-revealed', places.entity(id), { message, hint })
      }),
    ...items
      .filter(({ id }) => !coverage.held.has(id))
      .map(({ id }) => {
        const message = `The thing "${id}" is nowhere: nothing ever holds it.`
        const hint = 'Put it somewhere with "held_by", or let an effect give it.'
        return absenceFinding(context, 'item-never-there', places.entity(id), { message, hint })
      }),
  ]
}
