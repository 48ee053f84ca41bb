import type { DiffLine } from './diffLines.ts'

/** Lines of a difference; those that are the same on both sides and far from a change are only counted. */
export type FoldedLine = DiffLine | { readonly kind: 'folded'; readonly count: number }

const NEAR = 2
const FEWEST = 4

export function foldLines(lines: readonly DiffLine[]): readonly FoldedLine[] {
  const isNear = lines.map((_, at) => lines.slice(Math.max(0, at - NEAR), at + NEAR + 1).some(isChange))
  const folded: FoldedLine[] = []
  for (let at = 0; at < lines.length;) {
    let end = at
    while (end < lines.length && isNear[end] === false) end += 1
    if (end - at >= FEWEST) folded.push({ kind: 'folded', count: end - at })
    else folded.push(...lines.slice(at, Math.max(end, at + 1)))
    at = Math.max(end, at + 1)
  }
  return folded
}

const isChange = ({ kind }: DiffLine): boolean => kind !== 'same'
