import { createRandom } from '../../random.ts'

/** Draws that are the same for the same seed. */
export class Chance {
  private readonly real: () => number

  constructor(seed: number) {
    this.real = createRandom(seed).real
  }

  /** A whole number from 0 up to, but not including, `count`. */
  below(count: number): number {
    return Math.floor(this.real() * count)
  }

  between(min: number, max: number): number {
    return min + this.below(max - min + 1)
  }

  /** True in this share of the draws. */
  is(share: number): boolean {
    return this.real() < share
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.below(items.length)] ?? items[0]
  }

  /** Undefined for an empty list. */
  find<Item>(items: readonly Item[]): Item | undefined {
    return items[this.below(items.length)]
  }

  /** Each item with the same chance, in their order. */
  some<Item>(items: readonly Item[], share: number): readonly Item[] {
    return items.filter(() => this.is(share))
  }

  /** Draws from makers by their weights. */
  weigh<Item>(makers: readonly Weighted<Item>[]): Item | undefined {
    let left = this.real() * makers.reduce((sum, [weight]) => sum + weight, 0)
    return makers.find(([weight]) => (left -= weight) < 0)?.[1]()
  }

  list<Item>(count: number, make: (index: number) => Item): readonly Item[] {
    return Array.from({ length: count }, (_, index) => make(index))
  }
}

export type Weighted<Item> = readonly [weight: number, make: () => Item]
