import type { Gamebook } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { Json } from '../../json.ts'
import { countCalls, shortestPath } from '../explore/shortestPath.ts'
import type { Finding } from '../finding.ts'
import type { Watch } from '../model/slices.ts'
import type { FileLocation, SourceMap } from '../sourceMap.ts'
import { observedFinding, type FindFindings } from './findingContext.ts'

/** What an author expects of a node, most often an ending, noted beside it in keys that the engine does not read. */
export interface Expectation {
  readonly nodeId: string
  /** `x-min-steps`: fewer calls should not lead there. */
  readonly minSteps: { readonly value: number; readonly place: FileLocation } | null
  /** `x-requires-visit`: nodes that should have been visited before. */
  readonly visits: readonly { readonly nodeId: string; readonly graphId: string; readonly place: FileLocation }[]
  /** What is noted there and cannot be understood. */
  readonly faults: readonly { readonly key: string; readonly place: FileLocation; readonly reason: string }[]
}

const MIN_STEPS = 'x-min-steps'
const REQUIRES_VISIT = 'x-requires-visit'

export function readExpectations(gamebook: Gamebook, places: SourceMap): readonly Expectation[] {
  return [...gamebook.entities.values()].flatMap(({ id, graphNode }) => {
    const notes = places.notes(id)
    const [steps, visit] = [notes.get(MIN_STEPS), notes.get(REQUIRES_VISIT)]
    if (steps === undefined && visit === undefined) return []
    const least =
      typeof steps?.value === 'number' && Number.isInteger(steps.value) && steps.value >= 0 ? steps.value : null
    const names = visit === undefined ? [] : listOf(visit.value)
    const found = names.map((name) => ({ name, graph: indexOf(gamebook).graphsOfNode.get(name)?.[0] }))
    return [
      {
        nodeId: id,
        minSteps: steps !== undefined && least !== null ? { value: least, place: steps.place } : null,
        visits: found.flatMap(({ name, graph }) =>
          visit === undefined || graph === undefined ? [] : [{ nodeId: name, graphId: graph.id, place: visit.place }],
        ),
        faults: [
          ...(graphNode === undefined && (steps ?? visit) !== undefined
            ? [
                {
                  key: 'x-',
                  place: (steps ?? visit)?.place ?? places.entity(id),
                  reason: `"${id}" is no node of a graph`,
                },
              ]
            : []),
          ...(steps === undefined || least !== null
            ? []
            : [{ key: MIN_STEPS, place: steps.place, reason: 'it is no whole number' }]),
          ...found
            .filter(({ graph }) => graph === undefined)
            .map(({ name }) => ({
              key: REQUIRES_VISIT,
              place: visit?.place ?? places.entity(id),
              reason: `"${name}" is no node of a graph`,
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

/** What has to be watched to tell whether they are met. */
export function watchesFor(gamebook: Gamebook, expectations: readonly Expectation[]): readonly Watch[] {
  return expectations.flatMap(({ nodeId, visits }) =>
    (indexOf(gamebook).graphsOfNode.get(nodeId) ?? []).flatMap((graph) =>
      visits.map((visit): Watch => ({
        cell: { kind: 'visited', graphId: visit.graphId, nodeId: visit.nodeId },
        graphId: graph.id,
      })),
    ),
  )
}

/** Endings, and other nodes, that are reached sooner or by another way than their author says. */
export function findBrokenExpectations(expectations: readonly Expectation[]): FindFindings {
  return (context) =>
    expectations.flatMap((expectation): readonly Finding[] => {
      const { nodeId, minSteps, visits, faults } = expectation
      const { gamebook, exploration } = context
      const quickest = shortestPath(gamebook, exploration, nodeId)?.steps ?? null
      return [
        ...faults.map(({ key, place, reason }) =>
          observedFinding(context, 'bad-expectation', place, {
            message: `"${key}" cannot be used here: ${reason}.`,
            hint: '"x-min-steps" takes a whole number, "x-requires-visit" ids of nodes; both stand on a node.',
          }),
        ),
        ...(minSteps !== null && quickest !== null && countCalls(quickest) < minSteps.value
          ? [
              observedFinding(context, 'ending-too-cheap', minSteps.place, {
                message: `"${nodeId}" is reached in ${countOf(countCalls(quickest))}, and "${MIN_STEPS}" asks for ${minSteps.value}.`,
                hint: 'Close the short way, or lower the number.',
                witness: quickest,
              }),
            ]
          : []),
        ...visits.flatMap((visit): readonly Finding[] => {
          const around = shortestPath(gamebook, exploration, nodeId, `visited(${visit.graphId}, ${visit.nodeId})`)
          if (around === null) return []
          const message = `"${nodeId}" can be reached without a visit to "${visit.nodeId}".`
          const hint = `Let the way there ask "visited(${visit.graphId}, '${visit.nodeId}')", or something that is only had there.`
          return [observedFinding(context, 'ending-too-cheap', visit.place, { message, hint, witness: around.steps })]
        }),
      ]
    })
}

function countOf(steps: number): string {
  return steps === 1 ? '1 step' : `${steps} steps`
}
