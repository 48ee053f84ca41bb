import type { Entity, Gamebook } from '../../gamebook/gamebook.ts'
import { fieldNames, kindsOfField } from '../entityFields.ts'
import type { Kind, Kinds } from '../kinds.ts'

/** The start of a path at an entity. It is cached, because many expressions use the same paths. */
export function resolvePathStart(entity: Entity, gamebook: Gamebook): PathTarget {
  const known = starts.get(entity)
  if (known !== undefined) return known
  const start = new PathTarget([entity], gamebook)
  starts.set(entity, start)
  return start
}

const starts = new WeakMap<Entity, PathTarget>()

/** The start of a path through a parameter: any entity of these types; null means any type. */
export function startAtTypes(typeIds: readonly string[] | null, gamebook: Gamebook): PathTarget {
  const known = startsByTypes.get(gamebook) ?? new Map<string, PathTarget>()
  startsByTypes.set(gamebook, known)
  const key = typeIds?.join(' ') ?? 'all'
  const start = known.get(key) ?? new PathTarget(entitiesOf(typeIds, gamebook), gamebook)
  known.set(key, start)
  return start
}

const startsByTypes = new WeakMap<Gamebook, Map<string, PathTarget>>()

function entitiesOf(typeIds: readonly string[] | null, { entityTypes }: Gamebook): readonly Entity[] {
  return entityTypes.flatMap(({ id, entities }) => (typeIds === null || typeIds.includes(id) ? entities : []))
}

/** The entities that a path can lead to. */
export class PathTarget {
  readonly entities: readonly Entity[]
  /** Whether they are the nodes of a graph, any of which can be the current one. */
  readonly areNodes: boolean
  private readonly gamebook: Gamebook
  private knownFields: ReadonlyMap<string, SharedField> | undefined
  private knownNodes: PathTarget | undefined

  constructor(entities: readonly Entity[], gamebook: Gamebook, areNodes = false) {
    this.entities = entities
    this.gamebook = gamebook
    this.areNodes = areNodes
  }

  /** Undefined if no entity has the field. */
  kindsOf(field: string): Kinds | undefined {
    const shared = this.fields.get(field)
    return shared && [...shared.kinds]
  }

  /** Counts the entities without the field and lists the first few. */
  lacking(field: string, shown: number): { count: number; first: readonly Entity[] } {
    const owners = this.fields.get(field)?.owners ?? new Set<Entity>()
    const first: Entity[] = []
    const count = this.entities.length - owners.size
    for (const entity of this.entities) {
      if (first.length === Math.min(shown, count)) break
      if (!owners.has(entity)) first.push(entity)
    }
    return { count, first }
  }

  /** The possible targets of `current_node`. */
  get nodes(): PathTarget {
    this.knownNodes ??= new PathTarget(nodesOf(this.entities, this.gamebook), this.gamebook, true)
    return this.knownNodes
  }

  private get fields(): ReadonlyMap<string, SharedField> {
    this.knownFields ??= shareFields(this.entities, this.gamebook)
    return this.knownFields
  }
}

interface SharedField {
  readonly kinds: Set<Kind>
  readonly owners: Set<Entity>
}

function shareFields(entities: readonly Entity[], gamebook: Gamebook): ReadonlyMap<string, SharedField> {
  const fields = new Map<string, SharedField>()
  for (const entity of entities) {
    for (const name of fieldNames(gamebook, entity)) {
      const field = fields.get(name) ?? { kinds: new Set(), owners: new Set() }
      kindsOfField(gamebook, entity, name)?.forEach((kind) => field.kinds.add(kind))
      fields.set(name, { ...field, owners: field.owners.add(entity) })
    }
  }
  return fields
}

function nodesOf(graphs: readonly Entity[], gamebook: Gamebook): readonly Entity[] {
  const ids = new Set(graphs.flatMap((entity) => entity.graph?.nodeIds ?? []))
  return [...ids].flatMap((id) => gamebook.entities.get(id) ?? [])
}
