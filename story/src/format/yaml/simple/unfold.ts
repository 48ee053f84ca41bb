import { CST } from 'yaml'
import { NotSimple } from './scanner.ts'

type FoldedType = 'scalar' | 'single-quoted-scalar' | 'double-quoted-scalar'

/** The text of a scalar that is written with escapes or on several lines, which the package reads. */
export function unfold(type: FoldedType, written: string): string {
  return CST.resolveAsScalar({ type, offset: 0, indent: 0, source: written }, true, refuse).value
}

export function refuse(): never {
  throw new NotSimple()
}
