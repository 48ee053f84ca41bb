import { findDeclaration, kindsOfField } from '../../expressions/entityFields.ts'
import { Computed } from '../../expressions/expression.ts'
import type { Kinds } from '../../expressions/kinds.ts'
import type { ExpressionNode, PathNode } from '../../expressions/syntax/syntax.ts'
import type { Entity, FieldDeclaration, Gamebook, Parameter } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { Json } from '../../json.ts'
import { storedStart } from './fieldsThatStay.ts'
import type { FieldWrites } from './fieldWrites.ts'
import { ANY_NUMBER, ANYTHING, domain, domainOfLiteral, numbersOf, union, type Domain } from './domain.ts'

/** What an expression can read. */
export interface ReadScope {
  readonly gamebook: Gamebook
  readonly writes: FieldWrites
  readonly parameters: ReadonlyMap<string, Parameter>
}

/** What an expression can be in play. */
export function domainOf(node: ExpressionNode, scope: ReadScope): Domain {
  switch (node.kind) {
    case 'literal':
      return domainOfLiteral(node.value)
    case 'path':
      return domainOfPath(node, scope)
    case 'list':
      return domain(['list'], { elements: union(node.elements.map((element) => domainOf(element, scope))) })
    case 'visits':
      return domain(['number'], { numbers: FROM_ZERO })
    case 'call':
      return domain(['number'], node.function === 'count' ? { numbers: FROM_ZERO } : {})
    case 'negation':
      return negate(domainOf(node.operand, scope))
    case 'arithmetic':
      return domain(['number'])
    case 'visited':
    case 'discussed':
    case 'not':
    case 'and':
    case 'or':
    case 'comparison':
      return domain(['boolean'])
    case 'conditional':
      return union([...node.branches.map(({ value }) => value), node.otherwise].map((value) => domainOf(value, scope)))
  }
}

const FROM_ZERO = { ...ANY_NUMBER, min: 0 }
const FROM_ONE = { ...ANY_NUMBER, min: 1 }

function negate({ numbers: { min, max, values } }: Domain): Domain {
  const negated = values === null ? null : new Set([...values].map((value) => -value))
  return domain(['number'], { numbers: { min: -max, max: -min, values: negated } })
}

function domainOfPath({ head, steps }: PathNode, scope: ReadScope): Domain {
  const { gamebook, parameters } = scope
  const [first, ...rest] = steps
  const entity = gamebook.entities.get(head.name)
  if (entity !== undefined) return followSteps(entitiesAt([entity]), steps, scope)
  const parameter = head.name === 'param' && first !== undefined ? parameters.get(first.name) : undefined
  return parameter === undefined ? ANYTHING : followSteps(domainOfParameter(parameter, gamebook), rest, scope)
}

function followSteps(start: Domain, steps: PathNode['steps'], scope: ReadScope): Domain {
  const { gamebook } = scope
  let reached = start
  for (const { name } of steps) {
    if (reached.entities === null) return ANYTHING
    const entities = [...reached.entities].flatMap((id) => gamebook.entities.get(id) ?? [])
    const fields = entities.filter((entity) => kindsOfField(gamebook, entity, name) !== undefined)
    if (fields.length === 0) return ANYTHING
    reached = union(fields.map((entity) => domainOfField(entity, name, scope)))
  }
  return reached
}

function domainOfField(entity: Entity, field: string, scope: ReadScope): Domain {
  const { gamebook } = scope
  const kinds = kindsOfField(gamebook, entity, field) ?? ANYTHING.kinds
  const ofTrait = domainOfTrait(entity, field, gamebook)
  if (ofTrait !== undefined) return { ...ofTrait, kinds }
  const declaration = findDeclaration(gamebook, entity, field)
  const start = entity.fields.get(field) ?? declaration?.default
  if (start instanceof Computed) return domainOfComputed(start, scope)
  if (declaration !== undefined && (declaration.type !== 'text' || declaration.values !== null))
    return domainOfDeclaration(declaration, kinds, gamebook)
  return domainOfWrites(entity, field, scope) ?? domain(kinds)
}

/** What a field is at first, and what effects set it to. Null if play decides what they set. */
function domainOfWrites({ id }: Entity, field: string, { gamebook, writes }: ReadScope): Domain | null {
  const start = storedStart(gamebook, id, field)
  const found = writes.of(id, field)
  if (start === undefined || found === null) return null
  const values = found.flatMap((write) => (write.kind === 'constant' ? [write.value] : []))
  return values.length < found.length ? null : union([start, ...values].map(domainOfValue))
}

/** Numbers are counted and measured, so others may be meant than those that are written. */
function domainOfValue(value: Json): Domain {
  if (typeof value === 'object' && value !== null) return domain(['list'])
  return typeof value === 'number' ? domain(['number']) : domainOfLiteral(value)
}

/** Computed fields never depend on themselves: the reader refuses that. */
function domainOfComputed(computed: Computed, { gamebook, writes }: ReadScope): Domain {
  const known = computedDomains.get(computed)
  if (known !== undefined) return known
  const found = domainOf(computed.expression.root, { gamebook, writes, parameters: new Map() })
  computedDomains.set(computed, found)
  return found
}

const computedDomains = new WeakMap<Computed, Domain>()

function domainOfTrait(
  { id, graph, item, clock, container }: Entity,
  field: string,
  gamebook: Gamebook,
): Domain | undefined {
  const { containers, items } = indexOf(gamebook)
  const nodeIds = graph?.nodeIds ?? []
  if (field === 'id') return textsOf([id])
  if (graph !== undefined && field === 'current_node_id') return textsOf(nodeIds)
  if (graph !== undefined && field === 'current_node') return entitiesById(nodeIds)
  if (graph !== undefined && field === 'node_ids') return domain(['list'], { elements: textsOf(nodeIds) })
  if (graph !== undefined && field === 'nodes') return domain(['list'], { elements: entitiesById(nodeIds) })
  if (item !== undefined && field === 'held_by') return textsOf(containers.map((holder) => holder.id))
  if (item !== undefined && field === 'holder') return entitiesAt(containers)
  if (clock !== undefined && field === 'day') return domain(['number'], { numbers: FROM_ONE })
  if (clock !== undefined && field === 'minutes') return domain(['number'], { numbers: FROM_ZERO })
  if (container !== undefined && field === 'items')
    return domain(['list'], { elements: textsOf(items.map((held) => held.id)) })
  return undefined
}

function domainOfDeclaration(
  { type, of, min, max, values }: FieldDeclaration,
  kinds: Kinds,
  gamebook: Gamebook,
): Domain {
  if (type === 'entity') return { ...entitiesAt(entitiesOf(gamebook, of === null ? null : [of])), kinds }
  if (type === 'entities')
    return domain(kinds, { elements: textsOf(entitiesOf(gamebook, of === null ? null : [of]).map(({ id }) => id)) })
  if (type === 'integer' || type === 'number') {
    const numbers = values?.filter((value) => typeof value === 'number')
    return domain(kinds, {
      numbers:
        numbers === undefined ? { min: min ?? -Infinity, max: max ?? Infinity, values: null } : numbersOf(numbers),
    })
  }
  return values === null || type !== 'text' ? domain(kinds) : { ...textsOf(values.map(String)), kinds }
}

function domainOfParameter(parameter: Parameter, gamebook: Gamebook): Domain {
  const given = domainOfGiven(parameter, gamebook)
  return parameter.required ? given : union([given, domainOfLiteral(null)])
}

function domainOfGiven(parameter: Parameter, gamebook: Gamebook): Domain {
  switch (parameter.type) {
    case 'boolean':
      return domain(['boolean'])
    case 'integer':
      return domain(['number'], { numbers: { min: parameter.min, max: parameter.max, values: null } })
    case 'choice':
      return union(parameter.values.map(domainOfLiteral))
    case 'entity':
      return entitiesAt(entitiesOf(gamebook, parameter.of))
    case 'text':
      return domain(['text'])
    case 'speaker':
    case 'topic':
    case 'field':
      return ANYTHING
  }
}

function entitiesOf({ entityTypes }: Gamebook, types: readonly string[] | null): readonly Entity[] {
  return entityTypes.flatMap(({ id, entities }) => (types === null || types.includes(id) ? entities : []))
}

function entitiesAt(entities: readonly Entity[]): Domain {
  return entitiesById(entities.map(({ id }) => id))
}

function entitiesById(ids: readonly string[]): Domain {
  return domain(['entity'], { entities: new Set(ids) })
}

function textsOf(texts: readonly string[]): Domain {
  return domain(['text'], { texts: new Set(texts) })
}
