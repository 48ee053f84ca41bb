import type { ConeState } from '../cone/transitions.ts'

/** The size of the memory that is taken at once, unless one state is larger. */
const CHUNK_INTS = 2 ** 14

const FIRST_SLOTS = 1024
const EMPTY = -1
const BYTES_PER_INT = Int32Array.BYTES_PER_ELEMENT

/** Different states of one cone, numbered from 0 in the order in which they were added. */
export class StateSet {
  size = 0
  readonly width: number
  private readonly maxStates: number
  private readonly maxBytes: number
  private readonly chunks: Int32Array[] = []
  private readonly statesPerChunk: number
  /** Numbers of states by hash, at most half full. */
  private slots = new Int32Array(FIRST_SLOTS).fill(EMPTY)

  constructor(width: number, maxStates: number, maxBytes: number) {
    this.width = width
    this.maxStates = maxStates
    this.maxBytes = maxBytes
    this.statesPerChunk = Math.max(1, Math.floor(CHUNK_INTS / width))
  }

  get bytes(): number {
    return (this.chunks.length * this.statesPerChunk * this.width + this.slots.length) * BYTES_PER_INT
  }

  /** The state with a number. It is part of the memory of the set: don't change it. */
  get(state: number): ConeState {
    const start = (state % this.statesPerChunk) * this.width
    return this.chunkOf(state).subarray(start, start + this.width)
  }

  /** The number of a state, or -1 if the set doesn't have it. */
  find(state: ConeState): number {
    return this.slots[this.slotOf(state)] ?? EMPTY
  }

  /** The number of a state, which is added if it is new: then its number is the size before. -1 if the set is full. */
  add(state: ConeState): number {
    const known = this.find(state)
    if (known !== EMPTY) return known
    if (this.size >= this.maxStates || !this.makeRoom()) return EMPTY
    const added = this.size
    this.chunkOf(added).set(state, (added % this.statesPerChunk) * this.width)
    this.slots[this.slotOf(state)] = added
    this.size += 1
    return added
  }

  private chunkOf(state: number): Int32Array {
    const chunk = this.chunks[Math.floor(state / this.statesPerChunk)]
    if (chunk === undefined) throw new RangeError(`There is no state ${state} among ${this.size}.`)
    return chunk
  }

  /** Where a state is, or the free slot for it. */
  private slotOf(state: ConeState): number {
    const mask = this.slots.length - 1
    let slot = hashOf(state) & mask
    for (;;) {
      const found = this.slots[slot] ?? EMPTY
      if (found === EMPTY || this.isAt(found, state)) return slot
      slot = (slot + 1) & mask
    }
  }

  private isAt(number: number, state: ConeState): boolean {
    const chunk = this.chunkOf(number)
    const start = (number % this.statesPerChunk) * this.width
    for (let index = 0; index < this.width; index += 1) if (chunk[start + index] !== state[index]) return false
    return true
  }

  /** Room for one more state. False if that took too much memory. */
  private makeRoom(): boolean {
    const needsSlots = (this.size + 1) * 2 > this.slots.length
    const needsChunk = this.size === this.chunks.length * this.statesPerChunk
    const more = (needsSlots ? this.slots.length : 0) + (needsChunk ? this.statesPerChunk * this.width : 0)
    if (this.bytes + more * BYTES_PER_INT > this.maxBytes) return false
    if (needsChunk) this.chunks.push(new Int32Array(this.statesPerChunk * this.width))
    if (needsSlots) this.rehash(this.slots.length * 2)
    return true
  }

  private rehash(slots: number): void {
    this.slots = new Int32Array(slots).fill(EMPTY)
    const mask = slots - 1
    for (let number = 0; number < this.size; number += 1) {
      let slot = hashOf(this.get(number)) & mask
      while (this.slots[slot] !== EMPTY) slot = (slot + 1) & mask
      this.slots[slot] = number
    }
  }
}

function hashOf(state: ConeState): number {
  let hash = 0x811c9dc5
  for (const value of state) {
    hash = Math.imul(hash ^ value, 0x85ebca6b)
    hash ^= hash >>> 15
  }
  return Math.imul(hash, 0xc2b2ae35) >>> 7
}
