import type { Expression } from '../../expressions/expression.ts'
import { childrenOf } from '../../expressions/syntax/childrenOf.ts'
import type { ComparisonNode, ExpressionNode, PathNode, VisitNode } from '../../expressions/syntax/syntax.ts'
import type { Constant } from '../../expressions/scope.ts'
import type { ActionCall, Entity, Gamebook, NudgeCall } from '../../gamebook/gamebook.ts'
import { findDeclaration } from '../../expressions/entityFields.ts'
import { boundsOf, readCalculation } from './calculationBounds.ts'
import { newUse, orFlags, type FieldUse } from './fieldUse.ts'
import type { GamebookParts, Use } from './gamebookParts.ts'
import { variableName } from './variable.ts'

export interface FieldUses {
  /** By the name of the variable. */
  readonly of: (name: string) => FieldUse
  /** Containers whose items an expression counts. */
  readonly counted: ReadonlySet<string>
}

const MINUTES_PER_DAY = 24 * 60

export function findFieldUses(gamebook: Gamebook, { expressions, calls }: GamebookParts): FieldUses {
  const finder = new UseFinder(gamebook)
  const readable = readableTexts(gamebook, expressions)
  for (const [expression, use] of expressions) {
    finder.readNode(expression.root, use === 'text' && readable.has(expression) ? 'value' : use)
  }
  for (const call of calls) finder.addCall(call)
  return finder
}

/** The placeholders of names and descriptions that an expression can read, and so compare. */
function readableTexts(gamebook: Gamebook, expressions: GamebookParts['expressions']): ReadonlySet<Expression> {
  const texts = [...gamebook.entities.values()].flatMap(({ described }) =>
    described === undefined ? [] : [described.name, described.description],
  )
  const parts = texts.flatMap((text) => (text.kind === 'template' ? text.parts : []))
  const placeholders = parts.filter((part) => typeof part !== 'string')
  const isRead = placeholders.length > 0 && [...expressions.keys()].some(({ root }) => readsText(gamebook, root))
  return new Set(isRead ? placeholders : [])
}

/** Whether an expression reads a name or description that has placeholders. */
function readsText(gamebook: Gamebook, node: ExpressionNode): boolean {
  if (node.kind !== 'path') return childrenOf(node).some((child) => readsText(gamebook, child))
  const last = node.steps.at(-1)?.name
  if (last !== 'name' && last !== 'description') return false
  const described = node.steps.length === 1 ? gamebook.entities.get(node.head.name)?.described : undefined
  return described?.[last].kind !== 'constant'
}

class UseFinder implements FieldUses {
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

  readNode(node: ExpressionNode, use: Use): void {
    switch (node.kind) {
      case 'path':
        if (use === 'truth') this.addComparison(node, 0, true)
        else if (use === 'value') this.addExact(node)
        return
      case 'visits':
        this.addVisits(node, use === 'truth' ? 0 : use === 'text' ? null : undefined)
        return this.readNode(node.node, 'value')
      case 'conditional': {
        for (const { value, condition } of node.branches) {
          this.readNode(condition, 'truth')
          this.readNode(value, use)
        }
        return this.readNode(node.otherwise, use)
      }
      case 'not':
        return this.readNode(node.operand, 'truth')
      case 'and':
      case 'or':
        return node.operands.forEach((operand) => this.readNode(operand, 'truth'))
      case 'comparison':
        return this.readComparison(node)
      case 'call': {
        const [list] = node.arguments
        if (node.function === 'count' && list?.kind === 'path') this.addCount(list)
        return node.arguments.forEach((argument) => this.readNode(argument, 'value'))
      }
      case 'arithmetic': {
        const isSum = node.rest.every(({ operator }) => operator === '+' || operator === '-')
        return childrenOf(node).forEach((child) => this.readNode(child, isSum ? shownOr(use) : 'value'))
      }
      default:
        childrenOf(node).forEach((child) => this.readNode(child, 'value'))
    }
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

  private readComparison(node: ComparisonNode): void {
    const { left, right, operator } = node
    if (operator === 'in' || operator === 'not in') {
      const elements = right.kind === 'list' ? right.elements.map(literalOf) : [undefined]
      if (left.kind === 'path' && elements.every((element) => element !== undefined)) {
        for (const element of elements) this.addComparison(left, element)
        return
      }
      this.addElement(right, literalOf(left))
    } else {
      const constant = literalOf(left) ?? literalOf(right)
      const other = literalOf(left) === undefined ? left : right
      if (constant !== undefined && other.kind === 'path') {
        if (typeof constant === 'string' && operator !== '==' && operator !== '!=') this.addOrder(other)
        return this.addComparison(other, constant)
      }
      if (typeof constant === 'number' && this.addCalculation(other, constant)) return
      if (typeof constant === 'number' && other.kind === 'visits') {
        this.addVisits(other, constant)
        return this.readNode(other.node, 'value')
      }
    }
    this.readNode(left, 'value')
    this.readNode(right, 'value')
  }

  private addComparison(path: PathNode, constant: Constant, isTruth = false): void {
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
  private addElement(list: ExpressionNode, element: Constant | undefined): void {
    const direct = list.kind === 'path' ? this.directField(list) : null
    if (direct !== null && typeof element === 'string')
      this.useOf(`${direct.entity.id}.${direct.field}`).texts.add(element)
  }

  /** Texts that are compared by order differ one by one, except for times of day. */
  private addOrder(path: PathNode): void {
    const direct = this.directField(path)
    if (direct?.entity.clock === undefined || !isClockField(direct.field)) this.addExact(path)
  }

  /** A calculation with one whole number. False for anything else. */
  private addCalculation(node: ExpressionNode, constant: number): boolean {
    const calculation = readCalculation(node)
    const direct = calculation && this.directField(calculation.field)
    const bounds = calculation && boundsOf(calculation, constant)
    if (direct == null || bounds === null) return false
    const { entity, field } = direct
    if (findDeclaration(this.gamebook, entity, field)?.type !== 'integer') return false
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

  /** `constant` is what the count is compared with; null if it is only shown, undefined if every count matters. */
  private addVisits({ graph, node }: VisitNode, constant: number | null | undefined): void {
    const named = literalOf(node)
    const all = this.gamebook.entities.get(graph.name)?.graph?.nodeIds ?? []
    for (const nodeId of typeof named === 'string' ? [named] : all) {
      const use = this.useOf(variableName({ kind: 'visits', graphId: graph.name, nodeId }))
      if (constant === undefined) use.isExact = true
      else if (constant !== null) use.bounds.add(constant)
    }
  }

  private addCount(path: PathNode): void {
    const direct = this.directField(path)
    const containers = [...this.gamebook.entities.values()].filter(({ container }) => container !== undefined)
    if (path.steps.at(-1)?.name !== 'items') return
    for (const { id } of containers) if (direct === null || direct.entity.id === id) this.counted.add(id)
  }

  /** A path of several steps, or one that starts at a parameter, can reach any field with its last name. */
  private addExact(path: PathNode): void {
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

/** A sum that is shown can't fail, whatever the numbers are. */
function shownOr(use: Use): Use {
  return use === 'text' ? 'text' : 'value'
}

function isClockField(field: string): boolean {
  return field === 'minutes' || field === 'day' || field === 'time_of_day'
}

function literalOf(node: ExpressionNode): Constant | undefined {
  if (node.kind === 'literal') return node.value
  const inner = node.kind === 'negation' ? literalOf(node.operand) : undefined
  return typeof inner === 'number' ? -inner : undefined
}
