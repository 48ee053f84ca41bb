import { childrenOf } from '../../expressions/syntax/childrenOf.ts'
import { Computed, type Expression } from '../../expressions/expression.ts'
import type { ComparisonNode, ExpressionNode } from '../../expressions/syntax/syntax.ts'
import { findFormat } from '../../actions/findAction.ts'
import type { ActionCall, GamebookFunction, NudgeCall } from '../../gamebook/gamebook.ts'
import { findParts, type Use } from './gamebookParts.ts'
import type { StoredIn } from './storedValues.ts'

/** How a function uses one of its parameters. */
export interface ParameterUse {
  /** What it is compared with: expressions without parameters. A list stands for its elements. */
  readonly comparands: readonly Expression[]
  /** Whether it is compared by order, not only for equality. */
  readonly isOrdered: boolean
  /** The fields that it is written to as it is, or whose lists it is added to. */
  readonly storedIn: readonly StoredIn[]
  /** Whether it is also calculated with or passed on, so every value can matter. */
  readonly isPassedOn: boolean
}

type Found = { -readonly [Key in keyof ParameterUse]: ParameterUse[Key] } & {
  comparands: Expression[]
  storedIn: StoredIn[]
}

/** By the name of the parameter. Expressions outside of the function can't read its parameters. */
export function findParameterUses(fn: GamebookFunction): ReadonlyMap<string, ParameterUse> {
  const uses = new Map<string, Found>()
  const { expressions, calls } = findParts(fn)
  const stored = new Set<Expression>()
  for (const call of calls) {
    const target = storesIn(call)
    const value = call.args.get('value')
    if (target === null || !(value instanceof Computed)) continue
    const name = parameterOf(value.expression.root)
    if (name === null) continue
    useOf(uses, name).storedIn.push(target)
    stored.add(value.expression)
  }
  for (const [expression, use] of expressions)
    if (!stored.has(expression)) new ParameterReader(uses, expression).read(expression.root, use)
  for (const name of passedToMainAction(fn)) {
    const target = name === 'value' && fn.mainAction?.kind === 'action' ? storesIn(fn.mainAction) : null
    if (target === null) useOf(uses, name).isPassedOn = true
    else useOf(uses, name).storedIn.push(target)
  }
  return uses
}

/** The field that a call writes its value to; null if it does something else, or to a field that is not fixed. */
function storesIn({ action, args }: ActionCall | NudgeCall): StoredIn | null {
  if (action !== 'state/set' && action !== 'list/add') return null
  const [entityId, field] = [args.get('entity_id'), args.get('field')]
  return typeof entityId === 'string' && typeof field === 'string' ? { entityId, field } : null
}

/** A payload key that the author did not fix takes its value from the parameter of the same name. */
function passedToMainAction({ mainAction, parameters }: GamebookFunction): readonly string[] {
  if (mainAction?.kind !== 'action') return []
  const keys = findFormat(mainAction.action)?.payload
  return [...parameters.keys()].filter((name) => keys?.has(name) === true && !mainAction.args.has(name))
}

class ParameterReader {
  private readonly uses: Map<string, Found>
  private readonly expression: Expression

  constructor(uses: Map<string, Found>, expression: Expression) {
    this.uses = uses
    this.expression = expression
  }

  read(node: ExpressionNode, use: Use): void {
    switch (node.kind) {
      case 'path': {
        const name = parameterOf(node)
        if (name === null || use === 'text') return
        if (use === 'truth') this.addFalsy(name)
        else useOf(this.uses, name).isPassedOn = true
        return
      }
      case 'not':
        return this.read(node.operand, 'truth')
      case 'and':
      case 'or':
        return node.operands.forEach((operand) => this.read(operand, 'truth'))
      case 'conditional':
        for (const { value, condition } of node.branches) {
          this.read(condition, 'truth')
          this.read(value, use)
        }
        return this.read(node.otherwise, use)
      case 'comparison':
        return this.readComparison(node)
      default:
        childrenOf(node).forEach((child) => this.read(child, 'value'))
    }
  }

  private readComparison(node: ComparisonNode): void {
    const { left, right, operator } = node
    const isPart = operator === 'in' || operator === 'not in'
    const isOrdered = !isPart && operator !== '==' && operator !== '!='
    this.compare(left, right, isOrdered)
    this.compare(right, left, isOrdered, isPart)
  }

  private compare(node: ExpressionNode, other: ExpressionNode, isOrdered: boolean, isWhole = false): void {
    const name = parameterOf(node)
    if (name === null) return this.read(node, 'value')
    const use = useOf(this.uses, name)
    if (isWhole || readsLocals(other)) use.isPassedOn = true
    else use.comparands.push({ ...this.expression, root: other })
    if (isOrdered) use.isOrdered = true
  }

  private addFalsy(name: string): void {
    const use = useOf(this.uses, name)
    for (const value of [0, '']) {
      use.comparands.push({ ...this.expression, root: { kind: 'literal', value, start: 0, end: 0 } })
    }
  }
}

function useOf(uses: Map<string, Found>, name: string): Found {
  const use = uses.get(name) ?? { comparands: [], isOrdered: false, storedIn: [], isPassedOn: false }
  uses.set(name, use)
  return use
}

function parameterOf(node: ExpressionNode): string | null {
  return node.kind === 'path' && node.head.name === 'param' ? (node.steps[0]?.name ?? null) : null
}

/** Parameters and rolls can have other values when the comparison is made. */
function readsLocals(node: ExpressionNode): boolean {
  if (node.kind === 'path') return node.head.name === 'param' || node.head.name === 'roll'
  return childrenOf(node).some(readsLocals)
}
