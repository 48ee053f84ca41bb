import type { Edge, Entity, GamebookFunction } from '../gamebook.ts'
import { renderOrReport, type ReportFailure } from '../state/tolerant.ts'
import type { World } from '../state/world.ts'
import { currentNodeId } from '../traits/graph/currentNode.ts'
import { tellDescription, tellName } from '../traits/described/prompt.ts'
import { isVisible } from '../traits/visibility.ts'
import { closedWays, visibleName } from '../traits/graph/prompt.ts'
import { offeredFunctions } from './buildTools.ts'
import { sectionText } from './sections.ts'
import { toldTypes } from './toldType.ts'
import type { EndingView, EntityView, FunctionView, PlaceView, StoryView, TargetView } from './view.ts'

/** The story at this moment, as far as a player may know it. */
export function viewStory(world: World, report: ReportFailure): StoryView {
  const { gamebook } = world
  const told = toldTypes(gamebook).flatMap((type) =>
    type.entities.filter((entity) => isVisible(world, entity, report)).map((entity) => ({ type, entity })),
  )
  const graphs = told.map(({ entity }) => entity).filter((entity) => entity.graph !== undefined)
  const places = graphs.flatMap((graph) => viewPlace(world, graph, report))
  const current = new Set(places.map((place) => place.nodeId))
  return {
    title: gamebook.title,
    summary: gamebook.description?.trim() ?? null,
    language: sectionText(gamebook, 'language'),
    places,
    entities: told.flatMap(({ type, entity }) =>
      entity.described === undefined || current.has(entity.id) ? [] : [viewEntity(world, type.name, entity, report)],
    ),
    functions: offeredFunctions(world, report).map(({ fn, ways }) => viewFunction(world, fn, ways, report)),
    closed: graphs.flatMap((graph) =>
      closedWays(world, graph, report).map(({ to, label, name, otherwise }) => ({
        graphId: graph.id,
        id: to,
        label,
        name,
        reason: otherwise,
      })),
    ),
    ending: viewEnding(world),
  }
}

/** How the story ended; null while it runs. */
export function viewEnding({ gamebook, state: { ended } }: World): EndingView | null {
  if (ended === undefined) return null
  return {
    title: ended.title,
    kind: ended.kind,
    text: gamebook.entities.get(ended.node)?.graphNode?.ending?.text?.trim() ?? null,
  }
}

function viewPlace(world: World, graph: Entity, report: ReportFailure): readonly PlaceView[] {
  const node = world.gamebook.entities.get(currentNodeId(world, graph))
  if (node?.described === undefined || !isVisible(world, node, report)) return []
  const graphName = graph.described === undefined ? null : tellName(world, graph, report)
  return [
    {
      graphId: graph.id,
      graphName,
      nodeId: node.id,
      name: tellName(world, node, report),
      description: tellDescription(world, node, report),
    },
  ]
}

function viewEntity(world: World, typeName: string, entity: Entity, report: ReportFailure): EntityView {
  return {
    id: entity.id,
    typeName,
    name: tellName(world, entity, report),
    description: tellDescription(world, entity, report),
  }
}

function viewFunction(
  world: World,
  fn: GamebookFunction,
  ways: readonly Edge[] | null,
  report: ReportFailure,
): FunctionView {
  const description = renderOrReport(world, fn.description, `${fn.name}.description`, report).trim()
  return {
    name: fn.name,
    description,
    graphId: fn.graphId,
    targets: ways?.map((way) => viewTarget(world, way, report)) ?? null,
  }
}

function viewTarget(world: World, { to, label }: Edge, report: ReportFailure): TargetView {
  const node = world.gamebook.entities.get(to)
  const name = node === undefined ? null : visibleName(world, node, report)
  return {
    id: to,
    label,
    name,
    description: node === undefined || name === null ? null : tellDescription(world, node, report),
  }
}
