import type { GamebookFunction } from '../gamebook.ts'

/** What the engine itself offers the narrator to choose, by action. */
const BUILT_IN: ReadonlyMap<string, readonly BuiltInParameter[]> = new Map([
  ['graph/transition', ['to']],
  ['item/take', ['item']],
  ['item/drop', ['item']],
  ['item/give', ['item', 'to']],
])

export type BuiltInParameter = 'to' | 'item'

/** The parameters of a function whose choices the engine knows: all that the author did not fix in `args`. */
export function builtInParameters({ mainAction, parameters }: GamebookFunction): readonly BuiltInParameter[] {
  if (mainAction === null) return []
  const builtIn = BUILT_IN.get(mainAction.action) ?? []
  return builtIn.filter((name) => !mainAction.args.has(name) && !parameters.has(name))
}
