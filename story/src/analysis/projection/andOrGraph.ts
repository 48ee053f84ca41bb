import { IntList } from '../search/intList.ts'

const NONE = -1

/** A node that is true. */
export const TRUE_NODE = 0

/** Claims that follow from some or all of others. */
export class AndOrGraph {
  /** How many of its reasons a node still needs; 0 or less if it is true. */
  private readonly needed = new IntList()
  private readonly firstLinks = new IntList()
  private readonly targets = new IntList()
  private readonly nextLinks = new IntList()
  private readonly pending: number[] = []

  constructor() {
    this.addNode(0)
  }

  get bytes(): number {
    return this.needed.bytes + this.firstLinks.bytes + this.targets.bytes + this.nextLinks.bytes
  }

  /** A claim that is true as soon as so many links to it are. */
  addNode(needed: number): number {
    this.needed.push(needed)
    this.firstLinks.push(NONE)
    return this.needed.length - 1
  }

  /** `to` follows from `from`, perhaps with others. */
  link(from: number, to: number): void {
    this.targets.push(to)
    this.nextLinks.push(this.firstLinks.at(from))
    this.firstLinks.set(from, this.targets.length - 1)
  }

  markTrue(node: number): void {
    if (this.isTrue(node)) return
    this.needed.set(node, 0)
    this.pending.push(node)
  }

  /** Finds all that follows from the nodes that were marked. */
  conclude(): void {
    for (let node = this.pending.pop(); node !== undefined; node = this.pending.pop()) {
      for (let link = this.firstLinks.at(node); link !== NONE; link = this.nextLinks.at(link)) {
        const target = this.targets.at(link)
        if (this.isTrue(target)) continue
        const needed = this.needed.at(target) - 1
        this.needed.set(target, needed)
        if (needed === 0) this.pending.push(target)
      }
    }
  }

  isTrue(node: number): boolean {
    return this.needed.at(node) <= 0
  }
}
