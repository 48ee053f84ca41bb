import type { EntityDraft, GamebookDraft, TriggerDraft, TypeDraft } from '../read/draft.ts'
import { limits } from '../diagnostics/limits.ts'
import type { Located, Reporter } from '../diagnostics/sourceLocation.ts'
import { relatedTo, report } from '../diagnostics/reporter.ts'

/** Everything that a reference can lead to. */
export interface Scope {
  readonly draft: GamebookDraft
  readonly reporter: Reporter
  readonly types: ReadonlyMap<string, TypeDraft>
  readonly entities: ReadonlyMap<string, KnownEntity>
  /** The nodes that have an edge with an id, by this id. */
  readonly nodesWithEdge: ReadonlyMap<string, readonly string[]>
  readonly clocks: readonly KnownEntity[]
}

export interface KnownEntity {
  readonly id: Located<string>
  readonly entity: EntityDraft
  readonly type: TypeDraft
  /** The nodes of a graph as they are written; null if they could not be read, and for other entities. */
  readonly nodeIds: ReadonlySet<string> | null
}

/** The first of two with the same id counts; the second is reported. */
export function createScope(written: GamebookDraft, reporter: Reporter): Scope {
  const draft = withoutRepeated(written)
  const types = new Map<string, TypeDraft>()
  const entities = new Map<string, KnownEntity>()
  for (const type of draft.types) {
    if (type.id !== null && isNew(type.id, types.get(type.id.value)?.id)) types.set(type.id.value, type)
    for (const entity of type.entities) {
      const { id } = entity
      if (id !== null && isNew(id, entities.get(id.value)?.id)) {
        entities.set(id.value, { id, entity, type, nodeIds: nodeIdsOf(entity) })
      }
    }
  }
  reportExcess(draft)
  const clocks = [...entities.values()].filter(({ entity }) => entity.parts.clock !== undefined)
  return { draft, reporter, types, entities, nodesWithEdge: findNodesWithEdges(entities), clocks }
}

function findNodesWithEdges(entities: Scope['entities']): Scope['nodesWithEdge'] {
  const nodes = new Map<string, string[]>()
  for (const [nodeId, { entity }] of entities) {
    for (const { id } of entity.parts.graphNode?.edges ?? []) {
      if (id === null) continue
      const known = nodes.get(id.value)
      if (known === undefined) nodes.set(id.value, [nodeId])
      else known.push(nodeId)
    }
  }
  return nodes
}

/** A type in which an id is repeated is incomplete: the second entity is lost until it has an id of its own. */
function withoutRepeated(draft: GamebookDraft): GamebookDraft {
  const seen = new Set<string>()
  const types = draft.types.map((type): TypeDraft => {
    const before = seen.size
    const ids = type.entities.flatMap(({ id }) => (id === null ? [] : [id.value]))
    for (const id of ids) seen.add(id)
    return seen.size - before < ids.length ? { ...type, complete: false } : type
  })
  return { ...draft, types, complete: draft.complete && types.every(({ complete }) => complete) }
}

function nodeIdsOf({ parts: { graph } }: EntityDraft): KnownEntity['nodeIds'] {
  if (graph?.nodeIds === undefined || graph.nodeIds === null || !graph.sound) return null
  return new Set(graph.nodeIds.value.map(({ value }) => value))
}

/** An empty id is already reported. */
function isNew({ value, location }: Located<string>, earlier: Located<string> | null | undefined): boolean {
  if (value === '') return false
  if (earlier === undefined || earlier === null) return true
  report(location, 'duplicate-id', `The id "${value}" is already used.`, 'Change the "id" of one of the two.', [
    relatedTo(earlier.location, `"${value}" is first used here.`),
  ])
  return false
}

function reportExcess({ types }: GamebookDraft): void {
  const entity = types.flatMap(({ entities }) => entities)[limits.entities]
  const trigger = types.flatMap(triggersOf)[limits.triggers]
  const hint = 'Split the gamebook into several.'
  if (entity !== undefined) report(entity.location, 'limit', `There are more than ${limits.entities} entities.`, hint)
  if (trigger !== undefined) report(trigger.location, 'limit', `There are more than ${limits.triggers} triggers.`, hint)
}

function triggersOf({ triggers, entities }: TypeDraft): readonly TriggerDraft[] {
  return [triggers, ...entities.map((entity) => entity.triggers)].flatMap((list) => list.triggers)
}
