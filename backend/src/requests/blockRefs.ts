import { z } from 'zod'

/**
 * The blocks of a request behind those that it shares with the request before: their numbers in the session, and runs
 * of blocks that the request before has elsewhere, as the place of the first and how many they are.
 */
export const BlockRefs = z.array(z.union([z.int(), z.tuple([z.int(), z.int()])]))
export type BlockRefs = z.infer<typeof BlockRefs>

export interface RelativeBlocks {
  /** How many leading blocks both requests have. */
  readonly shared: number
  readonly rest: BlockRefs
}

/** A list of blocks, by their numbers, relative to that of the request before. */
export function toRelative(blocks: readonly number[], before: readonly number[]): RelativeBlocks {
  let shared = 0
  while (shared < blocks.length && blocks[shared] === before[shared]) shared += 1
  const places = new Map<number, number>()
  for (const [place, block] of before.entries()) if (!places.has(block)) places.set(block, place)
  const rest: BlockRefs = []
  for (let at = shared; at < blocks.length;) {
    const block = blocks[at] ?? 0
    const place = places.get(block)
    let length = 1
    if (place === undefined) rest.push(block)
    else {
      while (at + length < blocks.length && blocks[at + length] === before[place + length]) length += 1
      rest.push([place, length])
    }
    at += length
  }
  return { shared, rest }
}

export function fromRelative({ shared, rest }: RelativeBlocks, before: readonly number[]): readonly number[] {
  const others = rest.flatMap((ref) => (typeof ref === 'number' ? [ref] : before.slice(ref[0], ref[0] + ref[1])))
  return [...before.slice(0, shared), ...others]
}
