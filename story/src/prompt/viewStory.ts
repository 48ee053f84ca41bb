import type { Edge, Entity, GamebookFunction } from '../gamebook.ts'
import { renderOrReport, type ReportFailure } from '../state/tolerant.ts'
import type { World } from '../state/world.ts'
import { graphOfFunction } from '../play/graphOfFunction.ts'
import { offeredFunctions, type OfferedFunction } from '../play/offeredFunctions.ts'
import { edgesFrom } from '../traits/graph/check.ts'
import { currentNodeId } from '../traits/graph/currentNode.ts'
import { tellDescription, tellName } from '../traits/described/prompt.ts'
import { isVisible } from '../traits/visibility.ts'
import { closedWays, visibleName } from '../traits/graph/prompt.ts'
import { sectionText } from './sections.ts'
import { toldTypes } from './toldType.ts'
import type {
  ChoiceView,
  EndingView,
  EntityView,
  FunctionView,
  ParameterView,
  PlaceView,
  StoryView,
  TargetView,
} from './view.ts'

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
    functions: offeredFunctions(world, report).map((offered) => viewFunction(world, offered, report)),
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
  if ('reason' in ended) return { title: THE_END, kind: 'neutral', text: ended.reason }
  return {
    title: ended.title,
    kind: ended.kind,
    text: gamebook.entities.get(ended.node)?.graphNode?.ending?.text?.trim() ?? null,
  }
}

/** Of an ending that is no place, which has no title of its own. */
const THE_END = 'The end'

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

function viewFunction(world: World, { fn, choices }: OfferedFunction, report: ReportFailure): FunctionView {
  const graph = graphOfFunction(world, fn)
  const targets = graph === undefined ? undefined : choices.get('to')
  return {
    name: fn.name,
    description: renderOrReport(world, fn.description, `${fn.name}.description`, report).trim(),
    ownerId: fn.ownerId,
    action: fn.mainAction?.action ?? null,
    graphId: graph?.id ?? null,
    targets: graph === undefined || targets === undefined ? null : viewTargets(world, graph, targets, report),
    parameters: viewParameters(world, fn, choices, report),
  }
}

function viewTargets(
  world: World,
  graph: Entity,
  ids: readonly string[],
  report: ReportFailure,
): readonly TargetView[] {
  const ways = edgesFrom(world, graph).filter(({ to }) => ids.includes(to))
  return ways.map((way) => viewTarget(world, way, report))
}

/** All parameters but the target of a way. */
function viewParameters(
  world: World,
  fn: GamebookFunction,
  choices: OfferedFunction['choices'],
  report: ReportFailure,
): readonly ParameterView[] {
  const viewIds = (ids: readonly string[]) => ids.map((id) => viewChoice(world, id, report))
  const isWay = fn.mainAction?.action === 'graph/transition'
  const builtIn = [...choices].filter(([name]) => !fn.parameters.has(name) && !(isWay && name === 'to'))
  return [
    ...builtIn.map(([name, ids]) => {
      return {
        name,
        description: fn.properties.get(name) ?? '',
        required: true,
        type: 'entity' as const,
        choices: viewIds(ids),
      }
    }),
    ...[...fn.parameters].map(([name, parameter]): ParameterView => {
      const description = fn.properties.get(name) ?? parameter.description ?? name
      const common = { name, description, required: parameter.required }
      switch (parameter.type) {
        case 'text':
        case 'boolean':
          return { ...common, type: parameter.type }
        case 'integer':
          return { ...common, type: 'integer', min: parameter.min, max: parameter.max }
        case 'choice':
          return { ...common, type: 'choice', values: parameter.values }
        case 'entity':
          return { ...common, type: 'entity', choices: viewIds(choices.get(name) ?? []) }
      }
    }),
  ]
}

function viewChoice(world: World, id: string, report: ReportFailure): ChoiceView {
  const entity = world.gamebook.entities.get(id)
  const name = entity === undefined ? null : visibleName(world, entity, report)
  const description = entity === undefined || name === null ? null : tellDescription(world, entity, report)
  return { id, name, description }
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
