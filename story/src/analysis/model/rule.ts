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

/** A part of the gamebook that changes the state: a function, a trigger, or the `reveal_when` of an entity. */
export interface Rule {
  readonly kind: 'function' | 'trigger' | 'reveal'
  /** The name of the function, the id of the trigger or of the entity. */
  readonly id: string
  /** What decides whether the rule applies and what it does. */
  readonly reads: Reads
  readonly writes: ReadonlyMap<string, Variable>
  /** Amounts that the rule adds to numbers. */
  readonly increments: readonly NumberIncrement[]
  /** Variables whose value decides whether one of the rule's actions is refused. */
  readonly refusalInputs: ReadonlyMap<string, Variable>
  /** Names of custom fields that may receive something other than a number. */
  readonly nonNumericWrites: ReadonlySet<string>
  /** Whether the rule can restart the story. */
  readonly resets: boolean
  /** Whether the rule can end the story. */
  readonly ends: boolean
}

export interface NumberIncrement {
  readonly variable: string
  /** Null for an amount that is only known in play. */
  readonly amount: number | null
}

export function listRules(gamebook: Gamebook): readonly Rule[] {
  const functions = gamebook.functions.map((fn) => new RuleReader(gamebook, fn.parameters).readFunction(fn))
  const triggers = gamebook.triggers.map(({ id, condition, effects }) => {
    const reader = new RuleReader(gamebook)
    reader.reads.addCondition(condition)
    reader.addWrite({ kind: 'trigger', triggerId: id })
    reader.readEffects(effects, 'trigger')
    return reader.toRule('trigger', id)
  })
  const reveals = indexOf(gamebook).secrets.flatMap(({ id, revealWhen }) => {
    if (revealWhen === null) return []
    const reader = new RuleReader(gamebook)
    reader.reads.addCondition(revealWhen)
    reader.addWrite({ kind: 'field', entityId: id, field: 'revealed' })
    return [reader.toRule('reveal', id)]
  })
  return [...functions, ...triggers, ...reveals]
}

type Initiator = 'tool' | 'trigger'

class RuleReader {
  readonly reads: Reads
  private readonly writes = new Map<string, Variable>()
  private readonly increments: NumberIncrement[] = []
  private readonly gamebook: Gamebook
  private readonly refusalInputs = new Map<string, Variable>()
  private readonly nonNumericWrites = new Set<string>()
  private resets = false
  private ends = false

  constructor(gamebook: Gamebook, parameters: ReadonlyMap<string, Parameter> = new Map()) {
    this.gamebook = gamebook
    this.reads = new Reads(gamebook, parameters)
  }

  toRule(kind: Rule['kind'], id: string): Rule {
    const { reads, writes, increments, refusalInputs, nonNumericWrites, resets, ends } = this
    return { kind, id, reads, writes, increments, refusalInputs, nonNumericWrites, resets, ends }
  }

  addWrite(variable: Variable): void {
    this.writes.set(variableName(variable), variable)
  }

  readFunction(fn: GamebookFunction): Rule {
    const owner = this.gamebook.entities.get(fn.ownerId)
    if (owner?.secret === true) this.reads.addField(owner, 'revealed')
    this.reads.addCondition(fn.enabled)
    for (const parameter of fn.parameters.values()) {
      if (parameter.type === 'entity')
        this.entitiesOfTypes(parameter.of).forEach((entity) => this.reads.addVisibility(entity))
    }
    if (fn.mainAction !== null) this.readAction(fn.mainAction, 'tool', new Set<string>(builtInParameters(fn)))
    if (fn.check !== null) this.readRoll(fn.check, 'tool')
    this.readEffects(fn.effects, 'effect')
    return this.toRule('function', fn.name)
  }

  readEffects(effects: readonly Effect[], initiator: Initiator | 'effect'): void {
    for (const effect of effects) {
      this.reads.addCondition(effect.if)
      if (effect.kind === 'roll') this.readRoll(effect, initiator === 'trigger' ? 'trigger' : 'tool')
      else this.readAction(effect, initiator === 'trigger' ? 'trigger' : 'tool', new Set())
    }
  }

  private readRoll({ add, atLeast, into, onSuccess, onFailure }: Roll, initiator: Initiator): void {
    for (const number of [add, atLeast]) {
      if (number !== null && typeof number === 'object') this.reads.addExpression(number, 'value')
    }
    if (into !== null) this.addWrite({ kind: 'field', ...into })
    this.readEffects([...onSuccess, ...onFailure], initiator === 'trigger' ? 'trigger' : 'effect')
  }

  /** `open`: the keys of the payload for which the engine offers choices. */
  private readAction({ action, args }: ActionCall, initiator: Initiator, open: ReadonlySet<string>): void {
    for (const value of args.values())
      if (value instanceof Computed) this.reads.addExpression(value.expression, 'value')
    const payload = new Map<string, string | null>(
      [...args].map(([key, value]) => [key, typeof value === 'string' ? value : null]),
    )
    const owners = this.entitiesNamed(payload.get('entity_id'))
    switch (action) {
      case 'graph/transition':
        return owners.forEach((graph) =>
          this.readTransition(graph, open.has('to') ? null : (payload.get('to') ?? null), initiator),
        )
      case 'clock/advance':
        return owners.forEach(
          ({ id, clock }) => clock && this.addWrite({ kind: 'field', entityId: id, field: 'minutes' }),
        )
      case 'item/take':
      case 'item/drop':
      case 'item/give':
        return this.readItemMove(payload.get('item') ?? null)
      case 'core/reveal':
        return owners.forEach(
          ({ id, secret }) => secret && this.addWrite({ kind: 'field', entityId: id, field: 'revealed' }),
        )
      case 'core/end-game':
        this.ends = true
        return
      case 'core/reset-game':
        this.resets = true
        return
      default:
        if (action.startsWith('state/') || action.startsWith('list/')) this.readFieldWrites(action, args, owners)
    }
  }

  private readTransition(graph: Entity, to: string | null, initiator: Initiator): void {
    if (graph.graph === undefined) return
    this.addWrite({ kind: 'field', entityId: graph.id, field: 'current_node_id' })
    this.reads.addField(graph, 'current_node_id')
    for (const nodeId of graph.graph.nodeIds) {
      const node = this.gamebook.entities.get(nodeId)
      if (node === undefined) continue
      if (initiator === 'tool') {
        for (const edge of node.graphNode?.edges ?? [])
          if (to === null || edge.to === to) this.reads.addCondition(edge.enabled)
      }
      if (to !== null && to !== nodeId) continue
      this.reads.addCondition(node.graphNode?.requires ?? null)
      this.addWrite({ kind: 'visited', graphId: graph.id, nodeId })
      if (node.secret) {
        this.reads.addField(node, 'revealed')
        this.addWrite({ kind: 'field', entityId: nodeId, field: 'revealed' })
      }
      if (node.graphNode?.ending != null) this.ends = true
    }
  }

  private readItemMove(itemId: string | null): void {
    const { items, containers } = indexOf(this.gamebook)
    const moved = itemId === null ? items : items.filter(({ id }) => id === itemId)
    for (const item of moved) {
      this.addWrite({ kind: 'field', entityId: item.id, field: 'held_by' })
      this.reads.addVisibility(item)
      this.reads.addCondition(item.item?.portable ?? null)
    }
    this.reads.addHolders()
    containers.forEach((container) => this.reads.addPresence(container))
  }

  private readFieldWrites(action: string, args: ActionCall['args'], owners: readonly Entity[]): void {
    const field = args.get('field')
    for (const entity of owners) {
      for (const name of typeof field === 'string' ? [field] : this.writableFields(entity)) {
        const variable: Variable = { kind: 'field', entityId: entity.id, field: name }
        const declaration = findDeclaration(this.gamebook, entity, name)
        if (declaration === undefined && !entity.fields.has(name)) continue
        this.addWrite(variable)
        if (action === 'state/add') {
          const amount = args.get('amount')
          this.increments.push({ variable: variableName(variable), amount: typeof amount === 'number' ? amount : null })
        }
        if (action === 'state/set' && typeof args.get('value') !== 'number')
          this.nonNumericWrites.add(variableName(variable))
        if (mayRefuse(action, declaration, entity.fields.get(name)))
          this.refusalInputs.set(variableName(variable), variable)
      }
    }
  }

  private writableFields(entity: Entity): readonly string[] {
    const declared = indexOf(this.gamebook).types.get(entity.typeId)?.fields.keys() ?? []
    return [...new Set([...declared, ...entity.fields.keys()])]
  }

  /** The entities that a payload key can name: all of them if its value is only known in play. */
  private entitiesNamed(id: string | null | undefined): readonly Entity[] {
    if (typeof id !== 'string') return [...this.gamebook.entities.values()]
    const entity = this.gamebook.entities.get(id)
    return entity === undefined ? [] : [entity]
  }

  private entitiesOfTypes(types: readonly string[] | null): readonly Entity[] {
    return [...this.gamebook.entities.values()].filter(({ typeId }) => types === null || types.includes(typeId))
  }
}

/** Whether the present value of a field decides if the action is refused. `slices.ts` adds custom numbers. */
function mayRefuse(action: string, declaration: FieldDeclaration | undefined, start: unknown): boolean {
  if (action === 'state/set') return false
  if (action === 'list/remove') return true
  if (declaration !== undefined)
    return declaration.onBound === 'refuse' || declaration.type === 'list' || declaration.type === 'entities'
  return action !== 'state/add' || typeof start !== 'number'
}
