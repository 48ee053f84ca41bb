import type { Write } from '../programs/program.ts'
import type { ConeChoice, ConeLeaf, ConeNode, ConeTest } from './cone.ts'

/** The nodes of reduced programs. Equal nodes are the same object, also in different cones of a gamebook. */
export class ConeNodes {
  readonly nothing: ConeLeaf
  private readonly byText = new Map<string, ConeNode>()
  private readonly testsByHash = new Map<number, ReducedTest[]>()
  private readonly tested = new Map<ConeNode, ReadonlySet<number>>()
  private count = 0

  constructor() {
    this.nothing = this.leaf({ writes: [], ended: 0, resets: false, answer: null, goals: [] })
  }

  leaf(leaf: Omit<ConeLeaf, 'kind' | 'id'>): ConeLeaf {
    const { writes, ended, resets, answer, goals } = leaf
    const text = `L${writes.map(textOf).join()} ${ended} ${Number(resets)} ${String(answer)} ${goals.join()}`
    const known = this.byText.get(text)
    if (known?.kind === 'leaf') return known
    const node: ConeLeaf = { kind: 'leaf', id: this.count++, ...leaf }
    this.byText.set(text, node)
    return node
  }

  /** Any of some nodes. */
  choice(kids: ReadonlySet<ConeNode>): ConeNode {
    const sorted = [...kids].sort((a, b) => a.id - b.id)
    const [only] = sorted
    if (only !== undefined && sorted.length === 1) return only
    const text = `C${sorted.map(({ id }) => id).join()}`
    const known = this.byText.get(text)
    if (known !== undefined) return known
    const node: ConeChoice = { kind: 'choice', id: this.count++, kids: sorted }
    this.byText.set(text, node)
    return node
  }

  /**
   * A node for each value of a variable. Values that can't occur have none, and don't matter.
   * @param nodeOf undefined for a value that can't occur
   */
  test(variable: number, values: readonly number[], nodeOf: (value: number) => ConeNode | undefined): ConeNode {
    const kids: ConeNode[] = []
    const positions = new Map<ConeNode, number>()
    const kidOf = new Int32Array(1 + values.reduce((most, value) => Math.max(most, value), 0)).fill(-1)
    for (const value of values) {
      const found = nodeOf(value)
      const node = found?.kind === 'test' && found.variable === variable ? found.branches.get(value) : found
      if (node === undefined) continue
      let position = positions.get(node)
      if (position === undefined) {
        position = kids.length
        positions.set(node, position)
        kids.push(node)
      }
      kidOf[value] = position
    }
    const [only] = kids
    if (only === undefined) return this.nothing
    return kids.length === 1 ? only : this.share(variable, kidOf, kids)
  }

  /** The variables that a node and those below it test. */
  testedBy(node: ConeNode): ReadonlySet<number> {
    const known = this.tested.get(node)
    if (known !== undefined) return known
    const tested = new Set<number>()
    if (node.kind !== 'leaf') {
      if (node.kind === 'test') tested.add(node.variable)
      for (const kid of node.kids) for (const variable of this.testedBy(kid)) tested.add(variable)
    }
    this.tested.set(node, tested)
    return tested
  }

  private share(variable: number, kidOf: Int32Array, kids: readonly ConeNode[]): ConeNode {
    let hash = variable
    for (const position of kidOf) hash = (Math.imul(hash, 31) + (kids[position]?.id ?? -1)) | 0
    const alike = this.testsByHash.get(hash) ?? []
    const known = alike.find((test) => test.variable === variable && test.isLike(kidOf, kids))
    if (known !== undefined) return known
    const node = new ReducedTest(this.count++, variable, kidOf, kids)
    this.testsByHash.set(hash, [...alike, node])
    return node
  }
}

class ReducedTest implements ConeTest {
  readonly kind = 'test'
  readonly id: number
  readonly variable: number
  readonly kids: readonly ConeNode[]
  private readonly kidOf: Int32Array
  private map: ReadonlyMap<number, ConeNode> | null = null

  constructor(id: number, variable: number, kidOf: Int32Array, kids: readonly ConeNode[]) {
    this.id = id
    this.variable = variable
    this.kidOf = kidOf
    this.kids = kids
  }

  get branches(): ReadonlyMap<number, ConeNode> {
    if (this.map !== null) return this.map
    const branches = new Map<number, ConeNode>()
    this.kidOf.forEach((position, value) => {
      const kid = this.kids[position]
      if (kid !== undefined) branches.set(value, kid)
    })
    this.map = branches
    return branches
  }

  isLike(kidOf: Int32Array, kids: readonly ConeNode[]): boolean {
    return (
      kids.length === this.kids.length &&
      kidOf.length === this.kidOf.length &&
      kids.every((kid, position) => kid === this.kids[position]) &&
      kidOf.every((position, value) => position === this.kidOf[value])
    )
  }
}

function textOf(write: Write): string {
  if (write.kind === 'set') return `${write.variable}=${write.value}`
  return `${write.variable}+${write.amount}|${write.min}|${write.max}`
}
