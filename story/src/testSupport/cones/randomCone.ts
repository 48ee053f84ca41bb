import fc from 'fast-check'
import type { Cone, ConeLeaf, ConeNode, ConeTrigger } from '../../analysis/cone/cone.ts'
import type { Program, Subject, Write } from '../../analysis/programs/program.ts'
import { NO_DEADLINE } from '../../analysis/verdict/deadline.ts'

/** A cone in short. The values of a variable are the numbers from 0 up to its size, and all of them are reachable. */
export interface ConeSketch {
  readonly sizes: readonly number[]
  readonly opening?: TreeSketch
  readonly programs: readonly TreeSketch[]
  readonly triggers?: readonly TriggerSketch[]
  /** They are looked at in every state, also when the story has ended. */
  readonly observers?: readonly TreeSketch[]
}

export interface TriggerSketch {
  readonly condition: TreeSketch
  readonly effects: readonly TreeSketch[]
  readonly isOnce?: boolean
  readonly remembers?: boolean
}

export type TreeSketch =
  /** The branch of value n is `branches[n % branches.length]`. */
  | { readonly test: number; readonly branches: readonly TreeSketch[] }
  | { readonly choose: readonly TreeSketch[] }
  | LeafSketch

export interface LeafSketch {
  readonly set?: readonly (readonly [variable: number, value: number])[]
  readonly add?: readonly (readonly [variable: number, amount: number])[]
  readonly ended?: number
  readonly resets?: boolean
  readonly answer?: boolean | null
  readonly goals?: readonly number[]
}

const ENDINGS = ['good', 'bad', 'strange']
const GOALS = ['first', 'second']

/** Variables for what triggers remember follow those of the sketch. */
export function makeCone({ sizes: written, opening = {}, programs, triggers = [], observers = [] }: ConeSketch): Cone {
  const sizes = [...written]
  const nodes = new Map<string, ConeNode>()
  const coneTriggers = triggers.map(({ condition, effects, isOnce, remembers }, index): ConeTrigger => {
    const firedVariable = isOnce === true ? sizes.push(2) - 1 : null
    const onVariable = remembers === true || canFail(condition) ? sizes.push(2) - 1 : null
    return {
      id: `trigger#${index}`,
      condition: makeNode(condition),
      effects: effects.map(makeNode),
      firedVariable,
      onVariable,
    }
  })
  return {
    variables: [...sizes.keys()],
    programs: [
      ...programs.map((sketch, index) => ({ program: programOf(index, { kind: 'opening' }), root: makeNode(sketch) })),
      ...observers.map((sketch, index) => ({
        program: programOf(programs.length + index, { kind: 'observer', name: `observer ${index}`, seesEndings: true }),
        root: makeNode(sketch),
      })),
    ],
    opening: makeNode(opening),
    triggers: coneTriggers,
    endings: ENDINGS,
    goals: GOALS,
    representative: (_, value) => value,
    valuesOf: (variable) => [...Array(sizes[variable]).keys()],
    add: sumOf,
    valuesAfter: (write, value) => [write.kind === 'set' ? write.value : sumOf(write, value)],
    reasons: [],
    reasonsWithSums: [],
    deadline: NO_DEADLINE,
  }

  function makeNode(sketch: TreeSketch): ConeNode {
    if ('choose' in sketch) {
      const kids = [...new Set(sketch.choose.map(makeNode))]
      return intern(`choose ${idsOf(kids)}`, (id) => ({ kind: 'choice', id, kids }))
    }
    if (!('test' in sketch)) return makeLeaf(sketch)
    const variable = sketch.test % written.length
    const kids = sketch.branches.map(makeNode)
    const branches = new Map(
      [...Array(sizes[variable]).keys()].map((value) => [value, kids[value % kids.length] as ConeNode]),
    )
    const key = `test ${variable} ${idsOf([...branches.values()])}`
    return intern(key, (id) => ({ kind: 'test', id, variable, branches, kids: [...new Set(branches.values())] }))
  }

  function makeLeaf({
    set = [],
    add = [],
    ended = 0,
    resets = false,
    answer = null,
    goals = [],
  }: LeafSketch): ConeNode {
    const writes = new Map<number, Write>()
    for (const [to, amount] of add) {
      const variable = to % written.length
      writes.set(variable, { kind: 'add', variable, amount, min: 0, max: (written[variable] ?? 1) - 1 })
    }
    for (const [to, value] of set) {
      const variable = to % written.length
      writes.set(variable, { kind: 'set', variable, value: value % (written[variable] ?? 1) })
    }
    const leaf = {
      writes: [...writes.values()].sort((one, other) => one.variable - other.variable),
      ended,
      resets,
      answer,
      goals,
    }
    return intern(JSON.stringify(leaf), (id): ConeLeaf => ({ kind: 'leaf', id, ...leaf }))
  }

  function intern(key: string, make: (id: number) => ConeNode): ConeNode {
    const node = nodes.get(key) ?? make(nodes.size)
    nodes.set(key, node)
    return node
  }
}

/** A trigger whose condition can fail always remembers, as in every cone of a gamebook. */
function canFail(condition: TreeSketch): boolean {
  if ('choose' in condition) return condition.choose.some(canFail)
  return 'test' in condition ? condition.branches.some(canFail) : (condition.answer ?? null) === null
}

function sumOf({ amount, min, max }: Extract<Write, { kind: 'add' }>, value: number): number {
  return Math.min(max, Math.max(min, value + amount))
}

function idsOf(nodes: readonly ConeNode[]): string {
  return nodes.map(({ id }) => id).join(' ')
}

function programOf(index: number, subject: Subject): Program {
  return { index, subject, root: null }
}

const number = fc.nat({ max: 7 })

const actionLeaf: fc.Arbitrary<TreeSketch> = fc.record(
  {
    set: fc.array(fc.tuple(number, number), { maxLength: 2 }),
    add: fc.array(fc.tuple(number, fc.constantFrom(-1, 1, 2)), { maxLength: 1 }),
    ended: fc.oneof({ arbitrary: fc.constant(0), weight: 8 }, fc.integer({ min: 1, max: ENDINGS.length })),
    resets: fc.oneof({ arbitrary: fc.constant(false), weight: 20 }, fc.constant(true)),
    goals: fc.oneof({ arbitrary: fc.constant([]), weight: 8 }, fc.constant([0]), fc.constant([1]), fc.constant([0, 1])),
  },
  { requiredKeys: [] },
)

const answers = fc.oneof({ arbitrary: fc.boolean(), weight: 8 }, fc.constant(null))

const plainCondition: fc.Arbitrary<TreeSketch> = fc.record({ answer: answers })

const watchingCondition: fc.Arbitrary<TreeSketch> = fc.record({
  answer: answers,
  goals: fc.oneof({ arbitrary: fc.constant([]), weight: 8 }, fc.constant([0]), fc.constant([1])),
})

function treeOf(leaf: fc.Arbitrary<TreeSketch>, canChoose: boolean): fc.Arbitrary<TreeSketch> {
  const { tree } = fc.letrec<{ tree: TreeSketch }>((tie) => {
    const branches = fc.array(tie('tree'), { minLength: 2, maxLength: 3 })
    const test = fc.record({ test: number, branches })
    const choice = fc.record({ choose: branches })
    return {
      tree: fc.oneof({ maxDepth: 3, depthSize: 'small' }, leaf, test, ...(canChoose ? [choice] : []), test, test),
    }
  })
  return tree
}

function conesWith(conditionLeaf: fc.Arbitrary<TreeSketch>): fc.Arbitrary<Cone> {
  return fc
    .record({
      sizes: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 3 }),
      opening: fc.oneof({ arbitrary: fc.constant({}), weight: 3 }, treeOf(actionLeaf, true)),
      programs: fc.array(treeOf(actionLeaf, true), { minLength: 1, maxLength: 5 }),
      triggers: fc.array(
        fc.record({
          condition: treeOf(conditionLeaf, false),
          effects: fc.array(treeOf(actionLeaf, true), { maxLength: 2 }),
          isOnce: fc.boolean(),
          remembers: fc.boolean(),
        }),
        { maxLength: 2 },
      ),
      observers: fc.array(treeOf(fc.constantFrom({}, {}, { goals: [0] }, { goals: [1] }), false), { maxLength: 1 }),
    })
    .map(makeCone)
}

/** Small cones of all shapes: at most 1024 states. */
export const randomCone = conesWith(watchingCondition)

/** The same, but no condition of a trigger meets a goal: only calls, effects and observers do. */
export const randomConeOfActs = conesWith(plainCondition)
