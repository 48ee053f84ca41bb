import type { Entity, Gamebook } from '../../gamebook/gamebook.ts'
import { findEntityType } from '../../gamebook/findEntityType.ts'
import { kindsOfField, sharedFieldNames } from '../entityFields.ts'
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
  private readonly knownLacking = new Map<string, Lacking>()

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

  /** The entities without the field. */
  lacking(field: string): Lacking {
    const known = this.knownLacking.get(field)
    if (known !== undefined) return known
    const lacking = this.findLacking(field)
    this.knownLacking.set(field, lacking)
    return lacking
  }

  /** The possible targets of `current_node`. */
  get nodes(): PathTarget {
    this.knownNodes ??= new PathTarget(nodesOf(this.entities, this.gamebook), this.gamebook, true)
    return this.knownNodes
  }

  private findLacking(field: string): Lacking {
    const count = this.entities.length - (this.fields.get(field)?.owners ?? 0)
    const first: Entity[] = []
    for (const entity of this.entities) {
      if (first.length === Math.min(MAX_SHOWN, count)) break
      if (kindsOfField(this.gamebook, entity, field) === undefined) first.push(entity)
    }
    return { count, first }
  }

  private get fields(): ReadonlyMap<string, SharedField> {
    this.knownFields ??= shareFields(this.entities, this.gamebook)
    return this.knownFields
  }
}

export interface Lacking {
  readonly count: number
  /** At most three of them. */
  readonly first: readonly Entity[]
}

const MAX_SHOWN = 3

interface SharedField {
  readonly kinds: Set<Kind>
  /** How many entities have it. */
  owners: number
}

function shareFields(entities: readonly Entity[], gamebook: Gamebook): ReadonlyMap<string, SharedField> {
  const fields = new Map<string, SharedField>()
  const add = (entity: Entity, name: string): void => {
    const field = fields.get(name) ?? { kinds: new Set(), owners: 0 }
    fields.set(name, field)
    field.owners += 1
    kindsOfField(gamebook, entity, name)?.forEach((kind) => field.kinds.add(kind))
  }
  const namesByType = new Map<string, ReadonlySet<string>>()
  for (const entity of entities) {
    const { typeId } = entity
    const shared = namesByType.get(typeId) ?? sharedFieldNames(findEntityType(gamebook, typeId))
    namesByType.set(typeId, shared)
    for (const name of shared) add(entity, name)
    for (const name of entity.fields.keys()) if (!shared.has(name)) add(entity, name)
  }
  return fields
}

function nodesOf(graphs: readonly Entity[], gamebook: Gamebook): readonly Entity[] {
  const ids = new Set(graphs.flatMap((entity) => entity.graph?.nodeIds ?? []))
  return [...ids].flatMap((id) => gamebook.entities.get(id) ?? [])
}
