import { stringify } from 'yaml'

import { Book } from './book.ts'
import { KINDS } from './kinds.ts'

/** A fault put into a gamebook. */
export interface Mutant {
  readonly kind: string
  /** Where, in words. */
  readonly where: string
  readonly source: string
}

/** Every fault that can be made in a gamebook, by kind. */
export function mutantsOf(source: string): readonly Mutant[] {
  return Object.entries(KINDS).flatMap(([kind, sitesIn]) =>
    sitesIn(new Book(source)).map(({ where, fault }) => {
      const copy = new Book(source)
      fault(copy)
      return { kind, where, source: writeBook(copy) }
    }),
  )
}

export function writeBook({ top }: Book): string {
  return stringify(top, { lineWidth: 0, aliasDuplicateObjects: false })
}
