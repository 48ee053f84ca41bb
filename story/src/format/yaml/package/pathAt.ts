import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml'
import type { Path } from '../../diagnostics/path.ts'

/** The path to the innermost value at or after an offset of the file. */
export function pathAt(node: ParsedNode | null, offset: number, path: Path = null): Path {
  if (isMap(node)) {
    const pair = node.items.findLast(({ key }) => key.range[0] <= offset)
    if (pair === undefined || !isScalar(pair.key)) return path
    return pathAt(pair.value, offset, { parent: path, step: pair.key.source })
  }
  if (isSeq(node)) {
    const index = Math.max(
      0,
      node.items.findLastIndex((item) => item.range[0] <= offset),
    )
    const item = node.items[index]
    return item === undefined ? path : pathAt(item, offset, { parent: path, step: index })
  }
  return path
}
