const FIRST_CAPACITY = 2 ** 12
const MAX_CACHE = 2 ** 19
/** The two constants: false and true. */
const CONSTANTS = 2
const NONE = -1
const OPERATIONS = 8
/** Nodes that are made between two calls of `beforeGrowth`. */
const INTERVAL = 2 ** 12
/** Fewer nodes are never worth a collection. */
const FEW = 2 ** 15

/**
 * The nodes of decision diagrams: each tests a bit and has a diagram for either value. Equal nodes are the same number.
 * Remembers results of operations as far as there is room.
 */
export class NodeTable {
  used = CONSTANTS
  /** Nodes that were made, those included that are gone: a measure of the work. */
  made = 0
  private readonly beforeGrowth: (nodes: number, made: number) => void
  private bits = new Int32Array(FIRST_CAPACITY)
  private lows = new Int32Array(FIRST_CAPACITY)
  private highs = new Int32Array(FIRST_CAPACITY)
  /** The next node with the same hash, or the next free one. */
  private nexts = new Int32Array(FIRST_CAPACITY)
  private heads = new Int32Array(FIRST_CAPACITY).fill(NONE)
  private cache = new OperationCache(FIRST_CAPACITY)
  /** The first node that was never used. */
  private end = CONSTANTS
  private free = NONE
  private untilCheck = INTERVAL
  private collectAt = FEW

  constructor(bits: number, beforeGrowth: (nodes: number, made: number) => void) {
    this.beforeGrowth = beforeGrowth
    this.bits.fill(bits, 0, CONSTANTS)
  }

  bitOf(node: number): number {
    return this.bits[node] ?? 0
  }

  lowOf(node: number): number {
    return this.lows[node] ?? 0
  }

  highOf(node: number): number {
    return this.highs[node] ?? 0
  }

  node(bit: number, low: number, high: number): number {
    if (low === high) return low
    const hash = hashOf(bit, low, high)
    for (let at = this.heads[hash & (this.heads.length - 1)] ?? NONE; at !== NONE; at = this.nexts[at] ?? NONE)
      if (this.lows[at] === low && this.highs[at] === high && this.bits[at] === bit) return at
    this.untilCheck -= 1
    if (this.untilCheck === 0) {
      this.untilCheck = INTERVAL
      this.made += INTERVAL
      this.beforeGrowth(this.used, this.made)
    }
    const node = this.take()
    this.bits[node] = bit
    this.lows[node] = low
    this.highs[node] = high
    this.link(node, hash)
    return node
  }

  /** The result of an operation; -1 if it isn't known. */
  recall(operation: number, left: number, right: number): number {
    return this.cache.find(left, right * OPERATIONS + operation)
  }

  remember(operation: number, left: number, right: number, result: number): void {
    this.cache.set(left, right * OPERATIONS + operation, result)
  }

  /** Frees all nodes that can't be reached from roots. Does nothing before the number of nodes has doubled. */
  collect(roots: Iterable<number>): void {
    if (this.used < this.collectAt) return
    const isKept = this.mark(roots)
    this.cache = new OperationCache(Math.min(this.bits.length, MAX_CACHE))
    this.heads.fill(NONE)
    this.free = NONE
    this.used = CONSTANTS
    for (let node = this.end - 1; node >= CONSTANTS; node -= 1) {
      if (isKept[node] === 1) {
        this.used += 1
        this.link(node, hashOf(this.bitOf(node), this.lowOf(node), this.highOf(node)))
      } else {
        this.nexts[node] = this.free
        this.free = node
      }
    }
    this.collectAt = Math.max(FEW, 2 * this.used)
  }

  private mark(roots: Iterable<number>): Uint8Array {
    const isKept = new Uint8Array(this.end)
    const pending = [...roots]
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (node < CONSTANTS || isKept[node] === 1) continue
      isKept[node] = 1
      pending.push(this.lowOf(node), this.highOf(node))
    }
    return isKept
  }

  private take(): number {
    this.used += 1
    if (this.free !== NONE) {
      const node = this.free
      this.free = this.nexts[node] ?? NONE
      return node
    }
    if (this.end === this.bits.length) this.grow()
    this.end += 1
    return this.end - 1
  }

  private grow(): void {
    const capacity = this.bits.length * 2
    this.bits = enlarge(this.bits, capacity)
    this.lows = enlarge(this.lows, capacity)
    this.highs = enlarge(this.highs, capacity)
    this.nexts = enlarge(this.nexts, capacity)
    this.heads = new Int32Array(capacity).fill(NONE)
    for (let node = CONSTANTS; node < this.end; node += 1)
      this.link(node, hashOf(this.bitOf(node), this.lowOf(node), this.highOf(node)))
    if (capacity <= MAX_CACHE) this.cache = new OperationCache(capacity)
  }

  private link(node: number, hash: number): void {
    const head = hash & (this.heads.length - 1)
    this.nexts[node] = this.heads[head] ?? NONE
    this.heads[head] = node
  }
}

/** Results by two keys. A new result takes the place of an old one. */
class OperationCache {
  private readonly first: Int32Array
  private readonly second: Int32Array
  private readonly results: Int32Array

  /** `size` is a power of two. */
  constructor(size: number) {
    this.first = new Int32Array(size).fill(NONE)
    this.second = new Int32Array(size)
    this.results = new Int32Array(size)
  }

  find(first: number, second: number): number {
    const slot = this.slotOf(first, second)
    return this.first[slot] === first && this.second[slot] === second ? (this.results[slot] ?? NONE) : NONE
  }

  set(first: number, second: number, result: number): void {
    const slot = this.slotOf(first, second)
    this.first[slot] = first
    this.second[slot] = second
    this.results[slot] = result
  }

  private slotOf(first: number, second: number): number {
    const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
    return (mixed ^ (mixed >>> 15)) & (this.first.length - 1)
  }
}

function hashOf(bit: number, low: number, high: number): number {
  const mixed = Math.imul(bit, 0x2545f491) ^ Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}

function enlarge(items: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity)
  larger.set(items)
  return larger
}
