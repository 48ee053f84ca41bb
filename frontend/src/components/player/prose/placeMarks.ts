import type { Block } from './parseBlocks.ts'
import { plainText } from './plainText.ts'

/** A passage of a text, with what is true instead. */
export interface PassageMark {
  readonly quote: string
  readonly fact: string
}

/** The marks by the index of the block in which their passage begins; the last block has those of no other. */
export function placeMarks(
  blocks: readonly Block[],
  marks: readonly PassageMark[],
): ReadonlyMap<number, readonly PassageMark[]> {
  const placed = new Map<number, PassageMark[]>()
  for (const { quote, fact } of marks) {
    const [line = ''] = quote.trim().split('\n')
    const passage = plainText(line)
    const found = blocks.findIndex(({ source }) => plainText(source).includes(passage))
    const index = found === -1 ? blocks.length - 1 : found
    placed.set(index, [...(placed.get(index) ?? []), { quote: line, fact }])
  }
  return placed
}
