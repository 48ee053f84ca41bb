import type { Cone, ConeLeaf, ConeNode, ConeProgram, ConeTrigger } from '../../analysis/cone/cone.ts'
import type { Program, Write } from '../../analysis/programs/program.ts'
import { NO_DEADLINE } from '../../analysis/verdict/deadline.ts'

/** A cone by hand: variable `10 + place` has the values from 0 to `sizes[place] - 1`, which are their own numbers. */
export interface ConeParts {
  readonly sizes: readonly number[]
  readonly programs: readonly ConeNode[]
  /** The positions among `programs` of those that only observe. */
  readonly observers?: readonly number[]
  readonly opening?: ConeNode
  readonly triggers?: readonly Omit<ConeTrigger, 'id'>[]
  readonly endings?: number
  readonly goals?: number
}

export const variableAt = (place: number): number => 10 + place

/** Makes nodes; equal ones are the same object. */
export class ConeBuilder {
  private readonly nodes = new Map<string, ConeNode>()

  leaf(parts: Partial<Omit<ConeLeaf, 'kind' | 'id'>> = {}): ConeNode {
    const leaf = { writes: [], ended: 0, resets: false, answer: null, goals: [], ...parts }
    return this.intern(JSON.stringify(leaf), (id) => ({ kind: 'leaf', id, ...leaf }))
  }

  /** `kids` by value. */
  test(place: number, kids: readonly ConeNode[]): ConeNode {
    const [first] = kids
    if (first !== undefined && kids.every((kid) => kid === first)) return first
    return this.intern(`test ${place} ${kids.map(({ id }) => id).join()}`, (id) => ({
      kind: 'test',
      id,
      variable: variableAt(place),
      branches: new Map(kids.map((kid, value) => [value, kid])),
      kids: [...new Set(kids)],
    }))
  }

  choice(kids: readonly ConeNode[]): ConeNode {
    const different = [...new Set(kids)]
    if (different.length === 1 && different[0] !== undefined) return different[0]
    return this.intern(`choice ${different.map(({ id }) => id).join()}`, (id) => ({
      kind: 'choice',
      id,
      kids: different,
    }))
  }

  cone(parts: ConeParts): Cone {
    const { sizes, programs, observers = [], opening, triggers = [], endings = 0, goals = 0 } = parts
    const places = new Map(sizes.map((_, place) => [variableAt(place), place]))
    return {
      variables: [...places.keys()],
      programs: programs.map((root, index): ConeProgram => {
        return { program: programOf(index, observers.includes(index)), root }
      }),
      opening: opening ?? this.leaf(),
      triggers: triggers.map((trigger, index) => ({ id: `trigger#${index}`, ...trigger })),
      endings: Array.from({ length: endings }, (_, index) => `ending${index + 1}`),
      goals: Array.from({ length: goals }, (_, index) => `goal ${index}`),
      representative: (_, value) => value,
      valuesOf: (variable) => Array.from({ length: sizes[places.get(variable) ?? -1] ?? 0 }, (_, value) => value),
      add: sum,
      valuesAfter: (write, value) => [write.kind === 'set' ? write.value : sum(write, value)],
      reasons: [],
      reasonsWithSums: [],
      deadline: NO_DEADLINE,
    }
  }

  private intern(key: string, make: (id: number) => ConeNode): ConeNode {
    const known = this.nodes.get(key)
    if (known !== undefined) return known
    const node = make(this.nodes.size)
    this.nodes.set(key, node)
    return node
  }
}

export function setTo(place: number, value: number): Write {
  return { kind: 'set', variable: variableAt(place), value }
}

function sum({ amount, min, max }: Extract<Write, { kind: 'add' }>, value: number): number {
  return Math.min(Math.max(value + amount, min), max)
}

function programOf(index: number, isObserver: boolean): Program {
  const subject = isObserver
    ? { kind: 'observer' as const, name: `observer ${index}`, seesEndings: true }
    : { kind: 'opening' as const }
  return { index, subject, root: null }
}
