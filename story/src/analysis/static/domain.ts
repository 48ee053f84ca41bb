import { anyKind, canBe, kindOfLiteral, type Kind, type Kinds } from '../../expressions/kinds.ts'

/** What a value can be in play, as declarations and fixed lists show. Never smaller than what it is. */
export interface Domain {
  readonly kinds: Kinds
  /** All texts that it can be; null for any. */
  readonly texts: ReadonlySet<string> | null
  /** All entities that it can be, by id; null for any. */
  readonly entities: ReadonlySet<string> | null
  readonly numbers: NumberDomain
  /** Of a list. Null if they can be anything. */
  readonly elements: Domain | null
}

export interface NumberDomain {
  readonly min: number
  readonly max: number
  /** All numbers that it can be; null for any between the bounds. */
  readonly values: ReadonlySet<number> | null
}

export const ANY_NUMBER: NumberDomain = { min: -Infinity, max: Infinity, values: null }

export function domain(kinds: Kinds, limits: Partial<Omit<Domain, 'kinds'>> = {}): Domain {
  return { kinds, texts: null, entities: null, numbers: ANY_NUMBER, elements: null, ...limits }
}

export const ANYTHING = domain(anyKind)

export function domainOfLiteral(value: null | boolean | number | string): Domain {
  const kinds = [kindOfLiteral(value)]
  if (typeof value === 'string') return domain(kinds, { texts: new Set([value]) })
  if (typeof value === 'number') return domain(kinds, { numbers: numbersOf([value]) })
  return domain(kinds)
}

export function numbersOf(values: readonly number[]): NumberDomain {
  return { min: Math.min(...values), max: Math.max(...values), values: new Set(values) }
}

/** What either can be. */
export function union(domains: readonly Domain[]): Domain {
  const kinds = [...new Set(domains.flatMap((one) => one.kinds))]
  const having = (kind: Kind): readonly Domain[] => domains.filter((one) => canBe(one.kinds, kind))
  const numbers = having('number').map((one) => one.numbers)
  const elements = having('list').map((one) => one.elements)
  return {
    kinds,
    texts: unionOf(having('text').map(({ texts }) => texts)),
    entities: unionOf(having('entity').map(({ entities }) => entities)),
    numbers: {
      min: Math.min(...numbers.map(({ min }) => min)),
      max: Math.max(...numbers.map(({ max }) => max)),
      values: unionOf(numbers.map(({ values }) => values)),
    },
    elements: elements.length === 0 || elements.includes(null) ? null : union(elements.filter((one) => one !== null)),
  }
}

function unionOf<Value>(sets: readonly (ReadonlySet<Value> | null)[]): ReadonlySet<Value> | null {
  return sets.includes(null) ? null : new Set(sets.flatMap((set) => [...(set ?? [])]))
}

/** Whether some value of the one equals some value of the other. */
export function canEqual(one: Domain, other: Domain): boolean {
  return one.kinds.some((kind) => canBe(other.kinds, kind) && canShare(kind, one, other))
}

/** Whether they have a kind in common. */
export function shareKind(one: Domain, other: Domain): boolean {
  return one.kinds.some((kind) => canBe(other.kinds, kind))
}

function canShare(kind: Kind, one: Domain, other: Domain): boolean {
  switch (kind) {
    case 'text':
      return meet(one.texts, other.texts)
    case 'entity':
      return meet(one.entities, other.entities)
    case 'number':
      return shareNumber(one.numbers, other.numbers)
    case 'boolean':
    case 'null':
    case 'list':
      return true
  }
}

function meet<Value>(one: ReadonlySet<Value> | null, other: ReadonlySet<Value> | null): boolean {
  return one === null || other === null || [...one].some((value) => other.has(value))
}

function shareNumber(one: NumberDomain, other: NumberDomain): boolean {
  const isWithin = (value: number, { min, max }: NumberDomain): boolean => value >= min && value <= max
  if (one.values !== null && other.values !== null) return meet(one.values, other.values)
  if (one.values !== null) return [...one.values].some((value) => isWithin(value, other))
  if (other.values !== null) return [...other.values].some((value) => isWithin(value, one))
  return one.min <= other.max && other.min <= one.max
}

/** Whether some value of the left side is below some value of the right side, or equal to it if `orEqual`. */
export function canBeLess(left: Domain, right: Domain, orEqual: boolean): boolean {
  if (canBe(left.kinds, 'text') && canBe(right.kinds, 'text')) return true
  if (!canBe(left.kinds, 'number') || !canBe(right.kinds, 'number')) return true
  return orEqual ? left.numbers.min <= right.numbers.max : left.numbers.min < right.numbers.max
}
