const FIRST_CAPACITY = 1024

/** A list of whole numbers of 32 bits that grows. */
export class IntList {
  length = 0
  private items = new Int32Array(FIRST_CAPACITY)

  get bytes(): number {
    return this.items.byteLength
  }

  push(item: number): void {
    if (this.length === this.items.length) {
      const larger = new Int32Array(this.items.length * 2)
      larger.set(this.items)
      this.items = larger
    }
    this.items[this.length] = item
    this.length += 1
  }

  /** The item at a position of the list. */
  at(index: number): number {
    return this.items[index] ?? 0
  }

  set(index: number, item: number): void {
    this.items[index] = item
  }

  /** The items now. The array is not the list's own for long: read it before the next push. */
  asArray(): Int32Array {
    return this.items.subarray(0, this.length)
  }
}
