import type { Chance } from './chance.ts'

/** What a generated book consists of. Conditions and effects refer to these parts only. */
export interface Plan {
  readonly nodes: readonly [string, ...string[]]
  readonly endings: readonly string[]
  /** A place without exits; null without one. */
  readonly pit: string | null
  /** The nodes of a second graph with nodes of its own; empty without one. */
  readonly chapters: readonly string[]
  /** Whether a third graph has nodes of the first. */
  readonly hasBoat: boolean
  readonly flags: readonly string[]
  readonly numbers: readonly NumberField[]
  readonly texts: readonly TextField[]
  readonly hasList: boolean
  readonly hasFriend: boolean
  readonly hasCustom: boolean
  readonly hasComputed: boolean
  readonly items: readonly string[]
  /** Whether the first item is a container. */
  readonly hasBag: boolean
  readonly capacity: number | null
  readonly hasClock: boolean
  /** The topics of a second person; without any, there is no such person. */
  readonly topics: readonly string[]
  /** Whether there is a secret person. */
  readonly hasGhost: boolean
  readonly countsVisits: boolean
  readonly nudges: boolean
  /** Whether a number or the clock can grow without end. */
  readonly isEndless: boolean
}

export interface NumberField {
  readonly name: string
  readonly min: number
  /** Null for a number that grows without bound. */
  readonly max: number | null
  readonly start: number
  readonly refuses: boolean
  /** Whether rules do nothing with it but set it, add to it and compare it, or a calculation with it, with constants. */
  readonly isPlain: boolean
}

export interface TextField {
  readonly name: string
  /** Null for any text. */
  readonly values: readonly string[] | null
  readonly start: string
  readonly isAsked: boolean
}

export const TEXTS = ['calm', 'wary', 'sesame', 'Anna'] as const

/** The boat goes to these places only. */
export function boatNodes({ nodes }: Plan): readonly string[] {
  return nodes.slice(0, 3)
}

/** The numbers that rules read in any form. */
export function mixedNumbers({ numbers }: Plan): readonly NumberField[] {
  return numbers.filter(({ isPlain }) => !isPlain)
}

/** Where the story neither starts nor ends. */
export function placesOf({ nodes, endings }: Plan): readonly string[] {
  return nodes.slice(1).filter((node) => !endings.includes(node))
}

export function planBook(chance: Chance): Plan {
  const places = ['a', 'b', 'c', 'd'].slice(0, chance.between(2, 4))
  const endings = ['win', 'lose'].slice(0, chance.pick([0, 1, 1, 1, 2, 2]))
  const isEndless = chance.is(0.2)
  const hasBag = chance.is(0.25)
  const hasItems = hasBag || chance.is(0.45)
  const numbers = chance.list(chance.pick([0, 1, 1, 1, 2]), (index) => planNumber(chance, `n${index}`, isEndless))
  return {
    nodes: ['start', ...places, ...endings],
    endings,
    pit: null,
    chapters: chance.is(0.3) ? ['one', 'two', 'three'].slice(0, chance.between(2, 3)) : [],
    hasBoat: chance.is(0.1),
    flags: chance.list(chance.pick([0, 1, 1, 2]), (index) => `f${index}`),
    numbers,
    texts: chance.list(chance.pick([0, 0, 0, 1, 2]), (index) => planText(chance, `t${index}`)),
    hasList: chance.is(0.15),
    hasFriend: chance.is(0.15),
    hasCustom: chance.is(0.15),
    hasComputed: chance.is(0.25),
    items: hasItems ? ['thing', 'other'].slice(0, hasBag ? 2 : chance.between(1, 2)) : [],
    hasBag,
    capacity: chance.pick([null, null, 0, 1, 1, 2]),
    hasClock: chance.is(0.35),
    topics: chance.is(0.3) ? ['gate', 'sea'].slice(0, chance.between(1, 2)) : [],
    hasGhost: chance.is(0.25),
    countsVisits: chance.is(0.15),
    nudges: numbers.some(({ isPlain, max }) => !isPlain && max !== null) && chance.is(0.15),
    isEndless,
  }
}

function planNumber(chance: Chance, name: string, isEndless: boolean): NumberField {
  const min = chance.pick([0, 0, 0, -2])
  const isPlain = chance.is(0.5)
  const max = isEndless && chance.is(0.5) ? null : chance.pick(isPlain ? [3, 4, 6, 8] : [2, 3, 3, 4])
  const start = chance.between(min, Math.min(2, max ?? 2))
  return { name, min, max, start, refuses: !isPlain && max !== null && chance.is(0.3), isPlain }
}

function planText(chance: Chance, name: string): TextField {
  const values = chance.is(0.5) ? TEXTS.slice(0, chance.between(2, 3)) : null
  return { name, values, start: chance.pick(['calm', 'wary']), isAsked: chance.is(0.5) }
}
