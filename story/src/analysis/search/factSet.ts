/** A set of whole numbers from 0, which are numbered closely. */
export class FactSet {
  private words: Int32Array

  /** Room for numbers below `count`; it grows for larger ones. */
  constructor(count: number) {
    this.words = new Int32Array((count >>> 5) + 1)
  }

  has(fact: number): boolean {
    return (((this.words[fact >>> 5] ?? 0) >>> (fact & 31)) & 1) === 1
  }

  /** Whether it is new. */
  add(fact: number): boolean {
    if (this.has(fact)) return false
    const index = fact >>> 5
    if (index >= this.words.length) this.grow(index)
    this.words[index] = (this.words[index] ?? 0) | (1 << (fact & 31))
    return true
  }

  private grow(index: number): void {
    const larger = new Int32Array(Math.max(index + 1, this.words.length * 2))
    larger.set(this.words)
    this.words = larger
  }
}
