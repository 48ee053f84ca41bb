import { Computed, type Condition, type Expression, type Text } from '../../expressions/expression.ts'
import { flattenEffects } from '../../gamebook/flattenEffects.ts'
import type { Effect, Gamebook, GamebookFunction, Parameter, Reason } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import type { FileLocation, SourceMap } from '../sourceMap.ts'
import { listEffects } from './effectLists.ts'

/** An expression of the gamebook, with what it can read besides entities. */
export interface LocatedExpression {
  readonly expression: Expression
  /** The part of the file that contains it, if the expression itself has no position. */
  readonly location: () => FileLocation
  readonly parameters: ReadonlyMap<string, Parameter>
}

/** Every expression of a gamebook. */
export function listExpressions(gamebook: Gamebook, locations: SourceMap): readonly LocatedExpression[] {
  const known = lists.get(locations)
  if (known !== undefined) return known
  const list = collectLocatedExpressions(gamebook, locations)
  lists.set(locations, list)
  return list
}

/** By the source map, which belongs to one gamebook. */
const lists = new WeakMap<SourceMap, readonly LocatedExpression[]>()

function collectLocatedExpressions(gamebook: Gamebook, locations: SourceMap): readonly LocatedExpression[] {
  const list = new ExpressionList()
  const { entities, functions, entityTypes, invariants, goals } = gamebook
  for (const { id, instructions, fields } of entityTypes) {
    const part = list.at(() => locations.type(id, 'instructions'))
    part.addText(instructions)
    for (const { default: start, caption } of fields.values()) {
      part.addValue(start)
      part.addText(caption)
    }
  }
  for (const { id, described, graphNode, item, container, speaker, details, fields, revealWhen } of entities.values()) {
    const part = (key: string): ExpressionPart => list.at(() => locations.key(id, key))
    part('name').addText(described?.name)
    part('description').addText(described?.description)
    part('enabled').addCondition(described?.enabled)
    part('requires').addCondition(graphNode?.requires)
    part('portable').addCondition(item?.portable)
    part('open').addCondition(container?.open)
    part('reveal_when').addCondition(revealWhen)
    part('first_visit').addText(graphNode?.firstVisit)
    part('otherwise').addReasons(graphNode?.otherwise)
    for (const { text } of details) part('details').addText(text)
    for (const [name, value] of fields) part(name).addValue(value)
    for (const edge of graphNode?.edges ?? []) list.at(() => locations.edge(id, edge.id)).addReasons(edge.otherwise)
    for (const topic of speaker?.topics ?? []) list.at(() => locations.topic(id, topic.id)).addText(topic.say)
  }
  for (const fn of functions) {
    const part = list.at(() => locations.function(fn.name), fn.parameters)
    part.addText(fn.description)
    part.addReasons(fn.otherwise)
    part.addFunction(fn)
  }
  for (const { effects, conditions, location, parameters } of listEffects(gamebook, locations)) {
    const part = list.at(location, parameters)
    conditions.forEach((condition) => part.addCondition(condition))
    part.addEffects(effects)
  }
  invariants.forEach(({ condition }, index) =>
    list.at(() => locations.rule('invariant', index)).addCondition(condition),
  )
  goals.forEach(({ condition }, index) => list.at(() => locations.rule('goal', index)).addCondition(condition))
  return list.expressions
}

const NONE: ReadonlyMap<string, Parameter> = new Map()

class ExpressionList {
  readonly expressions: LocatedExpression[] = []

  at(location: () => FileLocation, parameters: ReadonlyMap<string, Parameter> = NONE): ExpressionPart {
    return new ExpressionPart((expression) => this.expressions.push({ expression, location, parameters }))
  }
}

/** Collects the expressions of one part of the file. */
class ExpressionPart {
  private readonly add: (expression: Expression) => void

  constructor(add: (expression: Expression) => void) {
    this.add = add
  }

  addCondition(condition: Condition | null | undefined): void {
    for (const term of condition?.terms ?? []) if (typeof term === 'object') this.add(term)
  }

  addText(text: Text | null | undefined): void {
    if (text?.kind === 'computed') this.add(text.expression)
    if (text?.kind === 'template') for (const part of text.parts) if (typeof part !== 'string') this.add(part)
  }

  addValue(value: Json | Computed): void {
    if (value instanceof Computed) this.add(value.expression)
  }

  addReasons(reasons: readonly Reason[] = []): void {
    for (const reason of reasons) this.addCondition(reason.if)
  }

  /** Its check and main action; its effects are listed with those of the others. */
  addFunction({ check, mainAction }: GamebookFunction): void {
    if (check !== null) this.addNumbers([check.add, check.atLeast])
    if (mainAction !== null && mainAction.kind !== 'action')
      for (const value of mainAction.args.values()) this.addValue(value)
  }

  addEffects(effects: readonly Effect[]): void {
    for (const effect of flattenEffects(effects)) {
      this.addCondition(effect.if)
      if (effect.kind === 'narration') this.addText(effect.text)
      else if (effect.kind === 'promise') this.addCondition(effect.promise.kept)
      else if (effect.kind === 'roll') this.addNumbers([effect.add, effect.atLeast])
      else for (const value of effect.args.values()) this.addValue(value)
    }
  }

  private addNumbers(numbers: readonly (number | Expression | null)[]): void {
    for (const number of numbers) if (typeof number === 'object' && number !== null) this.add(number)
  }
}
