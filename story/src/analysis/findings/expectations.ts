import type { Gamebook } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { Json } from '../../json.ts'
import { countCalls, shortestPath } from '../explore/shortestPath.ts'
import type { Finding } from '../finding.ts'
import type { Watch } from '../model/slices.ts'
import type { FileLocation, SourceMap } from '../sourceMap.ts'
import { observedFinding, type FindFindings } from './findingContext.ts'

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
                  key: 'x-',
                  location: (steps ?? visit)?.location ?? locations.entity(id),
                  reason: `"${id}" is not a node of a graph`,
                },
              ]
            : []),
          ...(steps === undefined || minSteps !== null
            ? []
            : [{ key: MIN_STEPS, location: steps.location, reason: 'it is not a whole number' }]),
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

/** The variables that a search needs to check the expectations. */
export function watchesFor(gamebook: Gamebook, expectations: readonly Expectation[]): readonly Watch[] {
  return expectations.flatMap(({ nodeId, visits }) =>
    (indexOf(gamebook).graphsOfNode.get(nodeId) ?? []).flatMap((graph) =>
      visits.map((visit): Watch => ({
        variable: { kind: 'visited', graphId: visit.graphId, nodeId: visit.nodeId },
        graphId: graph.id,
      })),
    ),
  )
}

/** Finds endings and other nodes that can be reached sooner, or by another path, than their author expects. */
export function findBrokenExpectations(expectations: readonly Expectation[]): FindFindings {
  return (context) =>
    expectations.flatMap((expectation): readonly Finding[] => {
      const { nodeId, minSteps, visits, problems } = expectation
      const { gamebook, exploration } = context
      const shortest = shortestPath(gamebook, exploration, nodeId)?.steps ?? null
      return [
        ...problems.map(({ key, location, reason }) =>
          observedFinding(context, 'bad-expectation', location, {
            message: `"${key}" can't be used here: ${reason}.`,
            hint: 'Put them on a node: "x-min-steps" with a whole number, "x-requires-visit" with ids of nodes.',
          }),
        ),
        ...(minSteps !== null && shortest !== null && countCalls(shortest) < minSteps.value
          ? [
              observedFinding(context, 'ending-too-cheap', minSteps.location, {
                message: `"${nodeId}" can be reached in ${formatSteps(countCalls(shortest))}, but "${MIN_STEPS}" is ${minSteps.value}.`,
                hint: 'Close the short path, or lower the number.',
                witness: shortest,
              }),
            ]
          : []),
        ...visits.flatMap((visit): readonly Finding[] => {
          const bypass = shortestPath(gamebook, exploration, nodeId, `visited(${visit.graphId}, ${visit.nodeId})`)
          if (bypass === null) return []
          const message = `"${nodeId}" can be reached without visiting "${visit.nodeId}".`
          const hint = `Guard the path with "visited(${visit.graphId}, '${visit.nodeId}')", or with something found only there.`
          return [
            observedFinding(context, 'ending-too-cheap', visit.location, { message, hint, witness: bypass.steps }),
          ]
        }),
      ]
    })
}

function formatSteps(steps: number): string {
  return steps === 1 ? '1 step' : `${steps} steps`
}
