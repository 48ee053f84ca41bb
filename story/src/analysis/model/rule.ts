import { builtInParameters } from '../../actions/builtInParameters.ts'
import { findDeclaration } from '../../expressions/entityFields.ts'
import { Computed } from '../../expressions/expression.ts'
import type {
  ActionCall,
  Effect,
  Entity,
  FieldDeclaration,
  Gamebook,
  GamebookFunction,
  Parameter,
  Roll,
} from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { variableName, type Variable } from './variable.ts'
import { Reads } from './reads.ts'

/** Somebody who changes the state: a function, a trigger, or the `reveal_when` of an entity. */
export interface Rule {
  readonly kind: 'function' | 'trigger' | 'reveal'
  /** The name of the function, the id of the trigger or of the entity. */
  readonly id: string
  /** What decides whether it acts and what it does. */
  readonly reads: Reads
  readonly writes: ReadonlyMap<string, Variable>
  /** By how much it changes numbers, by the name of the cell. */
  readonly steps: readonly NumberStep[]
  /** Cells whose value decides whether an action is refused. */
  readonly hinges: ReadonlyMap<string, Variable>
  /** Free fields into which it may write what is no number, by the name of the cell. */
  readonly unsettles: ReadonlySet<string>
  /** Whether it can begin the story anew. */
  readonly resets: boolean
  /** Whether it can end the story. */
  readonly ends: boolean
}

export interface NumberStep {
  readonly cell: string
  /** Null: it is not known before play. */
  readonly amount: number | null
}

export function listRules(gamebook: Gamebook): readonly Rule[] {
  const functions = gamebook.functions.map((fn) => new ActorReader(gamebook, fn.parameters).readFunction(fn))
  const triggers = gamebook.triggers.map(({ id, condition, effects }) => {
    const reader = new ActorReader(gamebook)
    reader.reads.condition(condition)
    reader.write({ kind: 'trigger', triggerId: id })
    reader.effects(effects, 'trigger')
    return reader.actor('trigger', id)
  })
  const reveals = indexOf(gamebook).secrets.flatMap(({ id, revealWhen }) => {
    if (revealWhen === null) return []
    const reader = new ActorReader(gamebook)
    reader.reads.condition(revealWhen)
    reader.write({ kind: 'field', entityId: id, field: 'revealed' })
    return [reader.actor('reveal', id)]
  })
  return [...functions, ...triggers, ...reveals]
}

type Asker = 'tool' | 'trigger'

class ActorReader {
  readonly reads: Reads
  private readonly writes = new Map<string, Variable>()
  private readonly steps: NumberStep[] = []
  private readonly gamebook: Gamebook
  private readonly hinges = new Map<string, Variable>()
  private readonly unsettles = new Set<string>()
  private resets = false
  private ends = false

  constructor(gamebook: Gamebook, parameters: ReadonlyMap<string, Parameter> = new Map()) {
    this.gamebook = gamebook
    this.reads = new Reads(gamebook, parameters)
  }

  actor(kind: Rule['kind'], id: string): Rule {
    const { reads, writes, steps, hinges, unsettles, resets, ends } = this
    return { kind, id, reads, writes, steps, hinges, unsettles, resets, ends }
  }

  write(cell: Variable): void {
    this.writes.set(variableName(cell), cell)
  }

  readFunction(fn: GamebookFunction): Rule {
    const owner = this.gamebook.entities.get(fn.ownerId)
    if (owner?.secret === true) this.reads.field(owner, 'revealed')
    this.reads.condition(fn.enabled)
    for (const parameter of fn.parameters.values()) {
      if (parameter.type === 'entity') this.entities(parameter.of).forEach((entity) => this.reads.visibility(entity))
    }
    if (fn.mainAction !== null) this.action(fn.mainAction, 'tool', new Set<string>(builtInParameters(fn)))
    if (fn.check !== null) this.roll(fn.check, 'tool')
    this.effects(fn.effects, 'effect')
    return this.actor('function', fn.name)
  }

  effects(effects: readonly Effect[], asker: Asker | 'effect'): void {
    for (const effect of effects) {
      this.reads.condition(effect.if)
      if (effect.kind === 'roll') this.roll(effect, asker === 'trigger' ? 'trigger' : 'tool')
      else this.action(effect, asker === 'trigger' ? 'trigger' : 'tool', new Set())
    }
  }

  private roll({ add, atLeast, into, onSuccess, onFailure }: Roll, asker: Asker): void {
    for (const number of [add, atLeast]) {
      if (number !== null && typeof number === 'object') this.reads.expression(number, 'value')
    }
    if (into !== null) this.write({ kind: 'field', ...into })
    this.effects([...onSuccess, ...onFailure], asker === 'trigger' ? 'trigger' : 'effect')
  }

  /** `open`: the keys of the payload that the engine itself offers choices for. */
  private action({ action, args }: ActionCall, asker: Asker, open: ReadonlySet<string>): void {
    for (const value of args.values()) if (value instanceof Computed) this.reads.expression(value.expression, 'value')
    const payload = new Map<string, string | null>(
      [...args].map(([key, value]) => [key, typeof value === 'string' ? value : null]),
    )
    const owners = this.named(payload.get('entity_id'))
    switch (action) {
      case 'graph/transition':
        return owners.forEach((graph) =>
          this.transition(graph, open.has('to') ? null : (payload.get('to') ?? null), asker),
        )
      case 'clock/advance':
        return owners.forEach(({ id, clock }) => clock && this.write({ kind: 'field', entityId: id, field: 'minutes' }))
      case 'item/take':
      case 'item/drop':
      case 'item/give':
        return this.moveItems(payload.get('item') ?? null)
      case 'core/reveal':
        return owners.forEach(
          ({ id, secret }) => secret && this.write({ kind: 'field', entityId: id, field: 'revealed' }),
        )
      case 'core/end-game':
        this.ends = true
        return
      case 'core/reset-game':
        this.resets = true
        return
      default:
        if (action.startsWith('state/') || action.startsWith('list/')) this.writeFields(action, args, owners)
    }
  }

  private transition(graph: Entity, to: string | null, asker: Asker): void {
    if (graph.graph === undefined) return
    this.write({ kind: 'field', entityId: graph.id, field: 'current_node_id' })
    this.reads.field(graph, 'current_node_id')
    for (const nodeId of graph.graph.nodeIds) {
      const node = this.gamebook.entities.get(nodeId)
      if (node === undefined) continue
      if (asker === 'tool') {
        for (const edge of node.graphNode?.edges ?? [])
          if (to === null || edge.to === to) this.reads.condition(edge.enabled)
      }
      if (to !== null && to !== nodeId) continue
      this.reads.condition(node.graphNode?.requires ?? null)
      this.write({ kind: 'visited', graphId: graph.id, nodeId })
      if (node.secret) {
        this.reads.field(node, 'revealed')
        this.write({ kind: 'field', entityId: nodeId, field: 'revealed' })
      }
      if (node.graphNode?.ending != null) this.ends = true
    }
  }

  private moveItems(itemId: string | null): void {
    const { items, containers } = indexOf(this.gamebook)
    const moved = itemId === null ? items : items.filter(({ id }) => id === itemId)
    for (const item of moved) {
      this.write({ kind: 'field', entityId: item.id, field: 'held_by' })
      this.reads.visibility(item)
      this.reads.condition(item.item?.portable ?? null)
    }
    this.reads.holders()
    containers.forEach((container) => this.reads.presence(container))
  }

  private writeFields(action: string, args: ActionCall['args'], owners: readonly Entity[]): void {
    const field = args.get('field')
    for (const entity of owners) {
      for (const name of typeof field === 'string' ? [field] : this.writableFields(entity)) {
        const cell: Variable = { kind: 'field', entityId: entity.id, field: name }
        const declaration = findDeclaration(this.gamebook, entity, name)
        if (declaration === undefined && !entity.fields.has(name)) continue
        this.write(cell)
        if (action === 'state/add') {
          const amount = args.get('amount')
          this.steps.push({ cell: variableName(cell), amount: typeof amount === 'number' ? amount : null })
        }
        if (action === 'state/set' && typeof args.get('value') !== 'number') this.unsettles.add(variableName(cell))
        if (mayRefuse(action, declaration, entity.fields.get(name))) this.hinges.set(variableName(cell), cell)
      }
    }
  }

  private writableFields(entity: Entity): readonly string[] {
    const declared = indexOf(this.gamebook).types.get(entity.typeId)?.fields.keys() ?? []
    return [...new Set([...declared, ...entity.fields.keys()])]
  }

  /** The entities that a key of the payload can name: all, where that is not fixed. */
  private named(id: string | null | undefined): readonly Entity[] {
    if (typeof id !== 'string') return [...this.gamebook.entities.values()]
    const entity = this.gamebook.entities.get(id)
    return entity === undefined ? [] : [entity]
  }

  private entities(types: readonly string[] | null): readonly Entity[] {
    return [...this.gamebook.entities.values()].filter(({ typeId }) => types === null || types.includes(typeId))
  }
}

/** Whether what a field holds decides if the action is done. A free number is looked at again in `slices.ts`. */
function mayRefuse(action: string, declaration: FieldDeclaration | undefined, start: unknown): boolean {
  if (action === 'state/set') return false
  if (action === 'list/remove') return true
  if (declaration !== undefined)
    return declaration.onBound === 'refuse' || declaration.type === 'list' || declaration.type === 'entities'
  return action !== 'state/add' || typeof start !== 'number'
}
