import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { World } from '../../state/world.ts'
import { isCurrentNode, isVisited } from '../../traits/graph/currentNode.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { Json } from '../../json.ts'
import { countCalls } from '../steps/step.ts'
import type { Finding } from '../finding.ts'
import { events, type StoryEvent } from '../programs/event.ts'
import type { Observer } from '../programs/observers.ts'
import type { FileLocation, SourceMap } from '../sourceMap.ts'
import { observedFinding, type FindFindings, type FindingContext } from './findingContext.ts'

/** What an author expects of a node, usually an ending. It is written in keys of the node that the engine ignores. */
export interface Expectation {
  readonly nodeId: string
  /** `x-min-steps`: the node should not be reachable with fewer calls. */
  readonly minSteps: { readonly value: number; readonly location: FileLocation } | null
  /** `x-requires-visit`: nodes that should be visited first. */
  readonly visits: readonly { readonly nodeId: string; readonly graphId: string; readonly location: FileLocation }[]
  /** Expectations that can't be understood. */
  readonly problems: readonly { readonly key: string; readonly location: FileLocation; readonly reason: string }[]
}

const MIN_STEPS = 'x-min-steps'
const REQUIRES_VISIT = 'x-requires-visit'

export function readExpectations(gamebook: Gamebook, locations: SourceMap): readonly Expectation[] {
  return [...gamebook.entities.values()].flatMap(({ id, graphNode }) => {
    const notes = locations.notes(id)
    const [steps, visit] = [notes.get(MIN_STEPS), notes.get(REQUIRES_VISIT)]
    if (steps === undefined && visit === undefined) return []
    const minSteps =
      typeof steps?.value === 'number' && Number.isInteger(steps.value) && steps.value >= 0 ? steps.value : null
    const names = visit === undefined ? [] : listOf(visit.value)
    const found = names.map((name) => ({ name, graph: indexOf(gamebook).graphsOfNode.get(name)?.[0] }))
    return [
      {
        nodeId: id,
        minSteps: steps !== undefined && minSteps !== null ? { value: minSteps, location: steps.location } : null,
        visits: found.flatMap(({ name, graph }) =>
          visit === undefined || graph === undefined
            ? []
            : [{ nodeId: name, graphId: graph.id, location: visit.location }],
        ),
        problems: [
          ...(graphNode === undefined && (steps ?? visit) !== undefined
            ? [
                {
                  key: steps === undefined ? REQUIRES_VISIT : MIN_STEPS,
                  location: (steps ?? visit)?.location ?? locations.entity(id),
                  reason: `"${id}" is not a node of a graph`,
                },
              ]
            : []),
          ...(steps === undefined || minSteps !== null
            ? []
            : [{ key: MIN_STEPS, location: steps.location, reason: 'it is not a whole number from 0' }]),
          ...found
            .filter(({ graph }) => graph === undefined)
            .map(({ name }) => ({
              key: REQUIRES_VISIT,
              location: visit?.location ?? locations.entity(id),
              reason: `"${name}" is not a node of a graph`,
            })),
        ],
      },
    ]
  })
}

function listOf(value: Json): readonly string[] {
  return (Array.isArray(value) ? value : [value]).map((name) =>
    typeof name === 'string' ? name : JSON.stringify(name),
  )
}

/** What a search must look at to check the expectations: whether a node was entered before one that should come first. */
export function listExpectationObservers(expectations: readonly Expectation[]): readonly Observer[] {
  return expectations.flatMap(({ nodeId, visits }) =>
    visits.map((visit) => ({
      name: `visits before ${nodeId}`,
      look: (world: World) => {
        const { graphsOfNode } = indexOf(world.gamebook)
        const isThere = (graphsOfNode.get(nodeId) ?? []).some((graph) => isCurrentNode(world, graph, nodeId))
        const first = world.gamebook.entities.get(visit.graphId)
        const isEarly = isThere && first !== undefined && !isVisited(world, first, visit.nodeId)
        return isEarly ? [earlyEvent(nodeId, visit.nodeId)] : []
      },
    })),
  )
}

function earlyEvent(nodeId: string, before: string): StoryEvent {
  return `early ${nodeId} ${before}`
}

/** Finds endings and other nodes that can be reached sooner, or by another path, than their author expects. */
export function findBrokenExpectations(expectations: readonly Expectation[]): FindFindings {
  return (context) =>
    expectations.flatMap((expectation) => [
      ...findBadExpectations(context, expectation),
      ...findShortPaths(context, expectation),
      ...findBypasses(context, expectation),
    ])
}

function findBadExpectations(context: FindingContext, { problems }: Expectation): readonly Finding[] {
  return problems.map(({ key, location, reason }) =>
    observedFinding(context, 'bad-expectation', location, {
      message: `"${key}" can't be used here: ${reason}.`,
      hint: 'Use "x-min-steps" with a whole number and "x-requires-visit" with ids of nodes, both only on nodes.',
    }),
  )
}

function findShortPaths(context: FindingContext, { nodeId, minSteps }: Expectation): readonly Finding[] {
  if (minSteps === null) return []
  const graphs = indexOf(context.gamebook).graphsOfNode.get(nodeId) ?? []
  const paths = graphs.flatMap(({ id }) => context.answers.pathTo(events.entered(id, nodeId)) ?? [])
  const shortest = paths.toSorted((a, b) => countCalls(a.steps) - countCalls(b.steps))[0]
  if (shortest === undefined || countCalls(shortest.steps) >= minSteps.value) return []
  const steps = formatSteps(countCalls(shortest.steps))
  const message = `"${nodeId}" can be reached in ${steps}, but "${MIN_STEPS}" is ${minSteps.value}.`
  const hint = 'Close the short path, or lower the number.'
  return [observedFinding(context, 'ending-too-cheap', minSteps.location, { message, hint, witness: shortest.steps })]
}

function findBypasses(context: FindingContext, { nodeId, visits }: Expectation): readonly Finding[] {
  return visits.flatMap((visit) => {
    const bypass = context.answers.pathTo(earlyEvent(nodeId, visit.nodeId))
    if (bypass === null) return []
    const message = `"${nodeId}" can be reached without visiting "${visit.nodeId}".`
    const hint = `Guard the path with "visited(${visit.graphId}, '${visit.nodeId}')", or with something that players find only there.`
    return [observedFinding(context, 'ending-too-cheap', visit.location, { message, hint, witness: bypass.steps })]
  })
}

function formatSteps(steps: number): string {
  return steps === 1 ? '1 step' : `${steps} steps`
}
