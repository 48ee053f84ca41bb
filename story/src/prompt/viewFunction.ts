import { findPayloadKey, movesGraph } from '../actions/findAction.ts'
import type { Edge, Entity, GamebookFunction } from '../gamebook/gamebook.ts'
import { graphOfFunction } from '../play/graphOfFunction.ts'
import type { OfferedFunction } from '../play/offeredFunctions.ts'
import { renderOrFallback, type ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { TOPIC_CHARACTERS } from '../traits/speaker/matchTopic.ts'
import { renderDescription } from '../traits/described/prompt.ts'
import { edgesFrom } from '../traits/graph/edges.ts'
import { visibleName } from '../traits/graph/prompt.ts'
import { viewAsks } from './viewAsks.ts'
import type { ChoiceView, FunctionView, ParameterView, TargetView } from './view.ts'

export function viewFunction(world: World, { fn, choices }: OfferedFunction, report: ReportFailure): FunctionView {
  const graph = graphOfFunction(world, fn)
  const targets = graph === undefined ? undefined : choices.get('to')
  return {
    name: fn.name,
    description: describeFunction(world, fn, report),
    ownerId: fn.ownerId,
    action: fn.mainAction?.action ?? null,
    graphId: graph?.id ?? null,
    targets: graph === undefined || targets === undefined ? null : viewTargets(world, graph, targets, report),
    parameters: viewParameters(world, fn, choices, report),
    asks: viewAsks(fn),
  }
}

export function describeFunction(world: World, { name, description }: GamebookFunction, report: ReportFailure): string {
  return renderOrFallback(world, description, `${name}.description`, report).trim()
}

function viewTargets(
  world: World,
  graph: Entity,
  ids: readonly string[],
  report: ReportFailure,
): readonly TargetView[] {
  const edges = edgesFrom(world, graph).filter(({ id }) => ids.includes(id))
  return edges.map((edge) => viewTarget(world, edge, report))
}

/** All parameters except the target of an exit. */
function viewParameters(
  world: World,
  fn: GamebookFunction,
  choices: OfferedFunction['choices'],
  report: ReportFailure,
): readonly ParameterView[] {
  const viewIds = (ids: readonly string[]) => ids.map((id) => viewChoice(world, id, report))
  const isExit = fn.mainAction !== null && movesGraph(fn.mainAction.action)
  const builtIn = [...choices].filter(([name]) => !fn.parameters.has(name) && !(isExit && name === 'to'))
  return [
    ...builtIn.map(([name, ids]): ParameterView => {
      const description = fn.properties.get(name) ?? ''
      if (findPayloadKey(fn.mainAction?.action ?? '', name)?.kind === 'topic')
        return { name, description, required: true, type: 'text', maxLength: TOPIC_CHARACTERS }
      return { name, description, required: true, type: 'entity', choices: viewIds(ids) }
    }),
    ...[...fn.parameters].map(([name, parameter]): ParameterView => {
      const description = fn.properties.get(name) ?? parameter.description ?? name
      const common = { name, description, required: parameter.required }
      switch (parameter.type) {
        case 'text':
          return { ...common, type: 'text', maxLength: parameter.maxLength }
        case 'boolean':
          return { ...common, type: 'boolean' }
        case 'integer':
          return { ...common, type: 'integer', min: parameter.min, max: parameter.max }
        case 'choice':
          return { ...common, type: 'choice', values: parameter.values }
        case 'entity':
        case 'speaker':
          return { ...common, type: 'entity', choices: viewIds(choices.get(name) ?? []) }
        case 'topic':
          return { ...common, type: 'text', maxLength: TOPIC_CHARACTERS }
        case 'field':
          return { ...common, type: 'choice', values: choices.get(name) ?? [] }
      }
    }),
  ]
}

function viewChoice(world: World, id: string, report: ReportFailure): ChoiceView {
  const entity = world.gamebook.entities.get(id)
  const name = entity === undefined ? null : visibleName(world, entity, report)
  const description = entity === undefined || name === null ? null : renderDescription(world, entity, report)
  return { id, name, description }
}

function viewTarget(world: World, { id, to, label }: Edge, report: ReportFailure): TargetView {
  const node = world.gamebook.entities.get(to)
  const name = node === undefined ? null : visibleName(world, node, report)
  return {
    id,
    nodeId: to,
    label,
    name,
    description: node === undefined || name === null ? null : renderDescription(world, node, report),
  }
}
