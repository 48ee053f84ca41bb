import { builtInParameters } from '../../actions/builtInParameters.ts'
import { findPayloadKey } from '../../actions/findAction.ts'
import type { PayloadKind } from '../../actions/payload.ts'
import { findDeclaration } from '../../expressions/entityFields.ts'
import type { Entity, GamebookFunction } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { ReportFailure } from '../../state/errorFallback.ts'
import { enteredNodes } from '../../state/stored.ts'
import type { World } from '../../state/world.ts'
import { renderName } from '../../traits/described/prompt.ts'
import { edgesFrom } from '../../traits/graph/edges.ts'
import { closedExits, visibleName } from '../../traits/graph/prompt.ts'
import { isRevealed, isVisible } from '../../traits/visibility.ts'
import { builtInChoices } from '../builtInChoices.ts'
import { choicesOfParameter } from '../choicesOfParameter.ts'
import { graphOfFunction } from '../graphOfFunction.ts'
import type { Candidate } from './matchName.ts'

/** What kind of thing a parameter names; null if it names nothing of the gamebook. */
export function kindOfTarget(fn: GamebookFunction, name: string): PayloadKind | null {
  const parameter = fn.parameters.get(name)
  if (parameter !== undefined) return KIND_BY_TYPE.get(parameter.type) ?? null
  return findPayloadKey(fn.mainAction?.action ?? '', name)?.kind ?? null
}

const KIND_BY_TYPE: ReadonlyMap<string, PayloadKind> = new Map<string, PayloadKind>([
  ['entity', 'entity'],
  ['speaker', 'speaker'],
  ['topic', 'topic'],
  ['field', 'field'],
])

/** What a parameter accepts now, with its names. */
export function acceptedTargets(
  world: World,
  fn: GamebookFunction,
  name: string,
  report: ReportFailure,
): readonly Candidate[] {
  const parameter = fn.parameters.get(name)
  if (parameter !== undefined) {
    const ids = choicesOfParameter(world, parameter, report) ?? []
    return ids.map((id) => (parameter.type === 'field' ? fieldCandidate(world, id) : entityCandidate(world, id)))
  }
  if (!builtInParameters(fn).includes(name)) return []
  const ids = new Map(builtInChoices(world, fn, report)).get(name) ?? []
  const graph = kindOfTarget(fn, name) === 'node' ? graphOfFunction(world, fn) : undefined
  return ids.map((id) => (graph === undefined ? entityCandidate(world, id) : exitCandidate(world, graph, id)))
}

/**
 * What the narrator knows of, but a parameter does not accept now, so that the story itself refuses it: closed exits,
 * places that were visited, and what is visible. A closed exit without a reason has no name, only its id.
 */
export function refusedTargets(
  world: World,
  fn: GamebookFunction,
  name: string,
  report: ReportFailure,
): readonly Candidate[] {
  switch (kindOfTarget(fn, name)) {
    case 'node': {
      const graph = graphOfFunction(world, fn)
      return graph === undefined || !isVisible(world, graph, report) ? [] : refusedNodes(world, graph, report)
    }
    case 'item':
      return visible(world, indexOf(world.gamebook).items, report)
    case 'container':
      return visible(world, indexOf(world.gamebook).containers, report)
    case 'speaker':
      return visible(world, indexOf(world.gamebook).speakers, report)
    default:
      return []
  }
}

function refusedNodes(world: World, graph: Entity, report: ReportFailure): readonly Candidate[] {
  const closed = closedExits(world, graph, report).map(({ id, label, name }) => ({ id, names: namesOf(label, name) }))
  const visited = [graph.graph?.startNodeId ?? '', ...enteredNodes(world.state, graph.id)].flatMap((id) => {
    const node = world.gamebook.entities.get(id)
    if (node === undefined || !isRevealed(world, node)) return []
    return [{ id, names: namesOf(null, visibleName(world, node, report)) }]
  })
  const exits = edgesFrom(world, graph).flatMap(({ id, to }) => {
    const node = world.gamebook.entities.get(to)
    return node !== undefined && isRevealed(world, node) ? [{ id, names: [] }] : []
  })
  return [...new Map([...exits, ...visited, ...closed].map((candidate) => [candidate.id, candidate])).values()]
}

function visible(world: World, entities: readonly Entity[], report: ReportFailure): readonly Candidate[] {
  return entities.filter((entity) => isVisible(world, entity, report)).map(({ id }) => entityCandidate(world, id))
}

function entityCandidate(world: World, id: string): Candidate {
  const entity = world.gamebook.entities.get(id)
  return { id, names: entity?.described === undefined ? [] : [renderName(world, entity)] }
}

function exitCandidate(world: World, graph: Entity, id: string): Candidate {
  const edge = edgesFrom(world, graph).find((known) => known.id === id)
  const node = world.gamebook.entities.get(edge?.to ?? id)
  return { id, names: namesOf(edge?.label ?? null, node === undefined ? null : visibleName(world, node, () => {})) }
}

/** `player.nerve` by the label of the field. */
function fieldCandidate(world: World, id: string): Candidate {
  const [entityId = '', field = ''] = id.split('.', 2)
  const entity = world.gamebook.entities.get(entityId)
  const label = entity === undefined ? null : (findDeclaration(world.gamebook, entity, field)?.label ?? null)
  return { id, names: [...namesOf(label, null), field] }
}

function namesOf(label: string | null, name: string | null): readonly string[] {
  return [label, name].filter((text) => text !== null)
}
