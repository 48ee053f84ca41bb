import { builtInKeys } from '../engineActions.ts'
import type { GamebookFunction } from '../gamebook.ts'

/** The parameters of a function whose choices the engine knows, `to` and `item`: all that the author did not fix in `args`. */
export function builtInParameters({ mainAction, parameters }: GamebookFunction): readonly string[] {
  if (mainAction === null) return []
  return builtInKeys(mainAction.action).filter((name) => !mainAction.args.has(name) && !parameters.has(name))
}
