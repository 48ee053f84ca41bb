import type { TraitReader } from '../state/traitReader.ts'
import { clockReaders } from './clock/read.ts'
import { containerReaders } from './container/read.ts'
import { describedReaders } from './described/read.ts'
import { graphReaders } from './graph/read.ts'
import { graphNodeReaders } from './graphNode/read.ts'
import { itemReaders } from './item/read.ts'

/** The readers of all traits by field; no two traits have a field of the same name. */
export const traitReaders: ReadonlyMap<string, TraitReader> = new Map(
  [describedReaders, graphReaders, graphNodeReaders, clockReaders, itemReaders, containerReaders].flatMap((readers) =>
    Object.entries<TraitReader>(readers),
  ),
)
