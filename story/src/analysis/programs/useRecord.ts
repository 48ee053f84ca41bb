import { findDeclaration } from '../../expressions/entityFields.ts'
import type { Constant } from '../../expressions/scope.ts'
import type { ExpressionNode, PathNode, VisitNode } from '../../expressions/syntax/syntax.ts'
import type { ActionCall, Entity, Gamebook, NudgeCall } from '../../gamebook/gamebook.ts'
import { boundsOf, failureBounds, readCalculation, type Calculation } from './calculationBounds.ts'
import { newUse, orFlags, type FieldUse } from './fieldUse.ts'
import { literalOf } from './literalOf.ts'
import { variableName } from './variable.ts'

export interface FieldUses {
  /** By the name of the variable. */
  readonly of: (name: string) => FieldUse
  /** Containers whose items an expression counts. */
  readonly counted: ReadonlySet<string>
}

const MINUTES_PER_DAY = 24 * 60

/** Notes what rules do with variables: what they compare each with, and whether that is all. */
export class UseRecord implements FieldUses {
  readonly counted = new Set<string>()
  private readonly gamebook: Gamebook
  private readonly uses = new Map<string, FieldUse>()
  /** Uses of a field in whatever entity, by the name of the field. */
  private readonly anywhere = new Map<string, FieldUse>()
  private readonly everything = newUse()

  constructor(gamebook: Gamebook) {
    this.gamebook = gamebook
  }

  readonly of = (name: string): FieldUse => {
    const own = this.uses.get(name) ?? newUse()
    const field = this.anywhere.get(name.slice(name.indexOf('.') + 1)) ?? newUse()
    const { bounds, texts, times } = own
    return { bounds, texts, times, ...orFlags(own, field, this.everything) }
  }

  addCall({ kind, action, args, ...rest }: ActionCall | NudgeCall): void {
    if (kind === 'nudge' && 'fields' in rest) {
      for (const { entityId, field } of rest.fields) this.useOf(`${entityId}.${field}`).isExact = true
      return
    }
    if (action === 'clock/advance') this.anywhereOf('minutes').increases = true
    if (action !== 'state/add') return
    const [id, field, amount] = [args.get('entity_id'), args.get('field'), args.get('amount')]
    const entity = typeof id === 'string' ? this.gamebook.entities.get(id) : undefined
    const use =
      typeof field !== 'string'
        ? this.everything
        : entity === undefined
          ? this.anywhereOf(field)
          : this.useOf(`${entity.id}.${field}`)
    if (typeof amount !== 'number' || amount > 0) use.increases = true
    if (typeof amount !== 'number' || amount < 0) use.decreases = true
    const declaration = entity && typeof field === 'string' && findDeclaration(this.gamebook, entity, field)
    if (entity === undefined || typeof field !== 'string') use.isExact = true
    else if (declaration && (declaration.onBound === 'refuse' || declaration.values !== null)) use.isExact = true
  }

  addComparison(path: PathNode, constant: Constant, isTruth = false): void {
    const direct = this.directField(path)
    if (direct === null) return this.addExact(path)
    const { entity, field } = direct
    if (entity.clock !== undefined && isClockField(field)) return this.addTime(entity, field, constant)
    const use = this.useOf(`${entity.id}.${field}`)
    if (typeof constant === 'number') use.bounds.add(constant)
    if (typeof constant === 'string') use.texts.add(constant)
    if (isTruth) use.texts.add('')
  }

  /** A text that is looked for in a list. */
  addElement(list: ExpressionNode, element: Constant | undefined): void {
    const direct = list.kind === 'path' ? this.directField(list) : null
    if (direct !== null && typeof element === 'string')
      this.useOf(`${direct.entity.id}.${direct.field}`).texts.add(element)
  }

  /** Texts that are compared by order differ one by one, except for times of day. */
  addOrder(path: PathNode): void {
    const direct = this.directField(path)
    if (direct?.entity.clock === undefined || !isClockField(direct.field)) this.addExact(path)
  }

  /** A calculation with one whole number that is compared with a constant. False for anything else. */
  addCalculation(node: ExpressionNode, constant: number): boolean {
    return this.addBounds(node, (calculation) => boundsOf(calculation, constant))
  }

  /** The same if it is only shown. */
  addShownCalculation(node: ExpressionNode): boolean {
    return this.addBounds(node, failureBounds)
  }

  /** `constant` is what the count is compared with; null if it is only shown, undefined if every count matters. */
  addVisits({ graph, node }: VisitNode, constant: number | null | undefined): void {
    const named = literalOf(node)
    const all = this.gamebook.entities.get(graph.name)?.graph?.nodeIds ?? []
    for (const nodeId of typeof named === 'string' ? [named] : all) {
      const use = this.useOf(variableName({ kind: 'visits', graphId: graph.name, nodeId }))
      if (constant === undefined) use.isExact = true
      else if (constant !== null) use.bounds.add(constant)
    }
  }

  addCount(path: PathNode): void {
    const direct = this.directField(path)
    const containers = [...this.gamebook.entities.values()].filter(({ container }) => container !== undefined)
    if (path.steps.at(-1)?.name !== 'items') return
    for (const { id } of containers) if (direct === null || direct.entity.id === id) this.counted.add(id)
  }

  /** A path of several steps, or one that starts at a parameter, can reach any field with its last name. */
  addExact(path: PathNode): void {
    const direct = this.directField(path)
    if (direct !== null) {
      const { entity, field } = direct
      const isTime = entity.clock !== undefined && isClockField(field)
      this.useOf(isTime ? `${entity.id}.minutes` : `${entity.id}.${field}`).isExact = true
      return
    }
    const last = path.steps.at(-1)?.name ?? ''
    this.anywhereOf(last).isExact = true
    if (isClockField(last)) this.anywhereOf('minutes').isExact = true
  }

  private addBounds(node: ExpressionNode, boundsIn: (calculation: Calculation) => readonly number[]): boolean {
    const calculation = readCalculation(node)
    const direct = calculation && this.directField(calculation.field)
    if (calculation === null || direct === null) return false
    const { entity, field } = direct
    if (findDeclaration(this.gamebook, entity, field)?.type !== 'integer') return false
    const bounds = boundsIn(calculation)
    for (const bound of bounds) this.useOf(`${entity.id}.${field}`).bounds.add(bound)
    return true
  }

  private addTime({ id, clock }: Entity, field: string, constant: Constant): void {
    const use = this.useOf(`${id}.minutes`)
    if (field === 'time_of_day') {
      if (typeof constant === 'string') use.times.add(constant)
    } else if (typeof constant === 'number') {
      if (field === 'minutes') use.bounds.add(constant)
      else {
        const day = Math.floor(constant)
        for (const end of [day - 1, day, day + 1]) use.bounds.add(end * MINUTES_PER_DAY - (clock?.start ?? 0))
      }
    }
  }

  private directField({ head, steps }: PathNode): { entity: Entity; field: string } | null {
    const entity = this.gamebook.entities.get(head.name)
    const [first] = steps
    return entity === undefined || first === undefined || steps.length > 1 ? null : { entity, field: first.name }
  }

  private useOf(name: string): FieldUse {
    return getOrCreate(this.uses, name)
  }

  private anywhereOf(field: string): FieldUse {
    return getOrCreate(this.anywhere, field)
  }
}

function getOrCreate(uses: Map<string, FieldUse>, name: string): FieldUse {
  const use = uses.get(name) ?? newUse()
  uses.set(name, use)
  return use
}

function isClockField(field: string): boolean {
  return field === 'minutes' || field === 'day' || field === 'time_of_day'
}
