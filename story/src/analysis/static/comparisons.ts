import { childrenOf } from '../../expressions/syntax/childrenOf.ts'
import type { ComparisonNode, ExpressionNode } from '../../expressions/syntax/syntax.ts'
import { canBe, describeKinds } from '../../expressions/kinds.ts'
import { didYouMean } from '../../names/nearest.ts'
import { quoteSource } from '../quoteSource.ts'
import { clockFieldOf } from './clockField.ts'
import { canBeLess, canEqual, shareKind, type Domain, type NumberDomain } from './domain.ts'
import { domainOf, type ReadScope } from './domainOf.ts'
import { FieldWrites } from './fieldWrites.ts'
import { listExpressions, type LocatedExpression } from './listExpressions.ts'
import { staticFinding, type FindStatic, type StaticContext, type StaticMessage } from './staticContext.ts'

/** Finds comparisons that have the same result in every state, and times of day that no clock shows. */
export const findConstantComparisons: FindStatic = (context) => {
  const { gamebook, locations } = context
  const writes = new FieldWrites(gamebook, locations)
  return listExpressions(gamebook, locations).flatMap((located) => {
    const scope: ReadScope = { gamebook, writes, parameters: located.parameters }
    return comparisonsIn(located.expression.root).flatMap((node) => judge(context, located, node, scope))
  })
}

function comparisonsIn(node: ExpressionNode): readonly ComparisonNode[] {
  return [...(node.kind === 'comparison' ? [node] : []), ...childrenOf(node).flatMap(comparisonsIn)]
}

function judge(
  context: StaticContext,
  { expression, location }: LocatedExpression,
  node: ComparisonNode,
  scope: ReadScope,
) {
  const report = (code: Code, { start }: ExpressionNode, message: StaticMessage) => {
    const place = { ...location(), ...expression.locate?.(start) }
    return [staticFinding(context, code, place, message)]
  }
  const time = wrongTime(node, context.gamebook)
  if (time !== undefined) return report('bad-time', time, writeTime(time.value))
  const side = (of: ExpressionNode, domain = domainOf(of, scope)): Side => ({
    node: of,
    domain,
    quoted: quoteSide(expression.source.slice(of.start, of.end)),
  })
  const fault = findFault(node, side(node.left), side(node.right), side)
  return fault === undefined ? [] : report(fault.code, fault.at, fault)
}

type Code = 'bad-time' | 'value-never-equal' | 'types-never-equal'

interface Fault extends StaticMessage {
  readonly code: Code
  readonly at: ExpressionNode
}

/** A side of a comparison: the values it can have, and what the author wrote. */
interface Side {
  readonly node: ExpressionNode
  readonly domain: Domain
  readonly quoted: string
}

type SideOf = (node: ExpressionNode, domain?: Domain) => Side

function findFault(node: ComparisonNode, left: Side, right: Side, sideOf: SideOf): Fault | undefined {
  switch (node.operator) {
    case '==':
    case '!=':
      return isReportedByReader(left, right) ? undefined : findUnequal(node, left, right)
    case 'in':
    case 'not in':
      return findMissing(node, left, right, sideOf)
    case '<':
    case '<=':
      return canBeLess(left.domain, right.domain, node.operator === '<=') ? undefined : outOfReach(left, right)
    case '>':
    case '>=':
      return canBeLess(right.domain, left.domain, node.operator === '>=') ? undefined : outOfReach(left, right)
  }
}

/** The reader warns of entities that are compared with texts. */
function isReportedByReader(left: Side, right: Side): boolean {
  const isText = ({ node }: Side): boolean => node.kind === 'literal' && typeof node.value === 'string'
  const isEntity = ({ domain: { kinds } }: Side): boolean => canBe(kinds, 'entity') && !canBe(kinds, 'text')
  return (isText(right) && isEntity(left)) || (isText(left) && isEntity(right))
}

/** For a list that is written out, each of its elements counts. */
function findMissing(node: ComparisonNode, left: Side, right: Side, sideOf: SideOf): Fault | undefined {
  if (node.right.kind === 'list') {
    for (const element of node.right.elements) {
      const fault = findUnequal(node, left, sideOf(element))
      if (fault !== undefined) return fault
    }
    return undefined
  }
  const { kinds, elements } = right.domain
  if (canBe(kinds, 'text') || elements === null) return undefined
  return findUnequal(node, left, sideOf(node.right, elements))
}

function findUnequal({ operator }: ComparisonNode, left: Side, right: Side): Fault | undefined {
  if (canEqual(left.domain, right.domain)) return undefined
  const [found, other] = left.node.kind === 'literal' ? [left, right] : [right, left]
  const never = operator === '!=' || operator === 'not in' ? 'always' : 'never'
  const at = found.node
  if (!shareKind(left.domain, right.domain)) {
    const message = `${capitalize(describeKinds(found.domain.kinds))} is compared with ${describeKinds(other.domain.kinds)}, so this is ${never} true.`
    return { code: 'types-never-equal', at, message, hint: typeHint(found.domain, other.domain) }
  }
  const message = `${found.quoted} is not a value that ${other.quoted} can have, so this is ${never} true.`
  return { code: 'value-never-equal', at, message, hint: listValues(at, other) }
}

/** A number that an ordered comparison never reaches. */
function outOfReach(left: Side, right: Side): Fault {
  const [found, other] = left.node.kind === 'literal' ? [left, right] : [right, left]
  const message = `${other.quoted} is always ${describeNumbers(other.domain.numbers)}, so this is never true.`
  const hint = 'Change the number, or the "min" and "max" of the field.'
  return { code: 'value-never-equal', at: found.node, message, hint }
}

/** A text without the quotes that the author gave it. */
function quoteSide(source: string): string {
  return quoteSource(/^(['"]).*\1$/s.test(source) ? source.slice(1, -1) : source)
}

function describeNumbers({ min, max, values }: NumberDomain): string {
  if (values !== null) return `${values.size === 1 ? '' : 'one of '}${[...values].join(', ')}`
  if (min === -Infinity) return `at most ${max}`
  return max === Infinity ? `at least ${min}` : `between ${min} and ${max}`
}

function typeHint({ kinds }: Domain, other: Domain): string {
  if (canBe(kinds, 'entity') || canBe(other.kinds, 'entity'))
    return 'Compare an id: the "id" of an entity, or a field that contains one, such as "held_by" or "current_node_id".'
  if (canBe(kinds, 'text')) return 'Numbers, true, false and null are written without quotes.'
  return canBe(kinds, 'number') ? 'Compare it with a text in quotes.' : 'Compare values of the same type.'
}

function listValues(at: ExpressionNode, { domain: { texts, entities, numbers }, quoted }: Side): string {
  const known = [...(texts ?? []), ...(entities ?? [])]
  if (known.length === 0) return `Change the value: ${quoted} is always ${describeNumbers(numbers)}.`
  const more = known.length > MAX_LISTED ? ` and ${known.length - MAX_LISTED} more` : ''
  const all = `Use one of its values: ${known.slice(0, MAX_LISTED).join(', ')}${more}.`
  const written = at.kind === 'literal' && typeof at.value === 'string' ? at.value : ''
  const asId = known.find((id) => toId(id) === toId(written))
  return asId === undefined ? didYouMean(written, known, all) : `Did you mean "${asId}"?`
}

const MAX_LISTED = 8

/** Without what differs between a name and its id. */
function toId(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

type TextLiteral = ExpressionNode & { readonly kind: 'literal'; readonly value: string }

/** A text that is compared with the time of day of a clock and is not a time of day. */
function wrongTime(node: ComparisonNode, gamebook: ReadScope['gamebook']): TextLiteral | undefined {
  const [clock, others] =
    clockFieldOf(node.left, gamebook) === 'time_of_day'
      ? [node.left, elementsOf(node.right)]
      : [node.right, elementsOf(node.left)]
  if (clockFieldOf(clock, gamebook) !== 'time_of_day') return undefined
  return others.filter(isText).find(({ value }) => !TIME.test(value))
}

function isText(node: ExpressionNode): node is TextLiteral {
  return node.kind === 'literal' && typeof node.value === 'string'
}

function elementsOf(node: ExpressionNode): readonly ExpressionNode[] {
  return node.kind === 'list' ? node.elements : [node]
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/

function writeTime(written: string): StaticMessage {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(written) ?? []
  const time = `${hour.padStart(2, '0')}:${minute}`
  return {
    message: `"${written}" is not a time of day: times are compared as texts, so this comparison is wrong.`,
    hint: TIME.test(time)
      ? `Write "${time}".`
      : 'Write hours and minutes with two digits each, from "00:00" to "23:59".',
  }
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
