import { builtInKeys } from './findAction.ts'
import type { GamebookFunction } from '../gamebook/gamebook.ts'

/** The parameters of a function whose choices the engine knows, `to` and `item`: all that the author did not fix in `args`. */
export function builtInParameters(fn: GamebookFunction): readonly string[] {
  const known = parametersOf.get(fn)
  if (known !== undefined) return known
  const { mainAction, parameters } = fn
  const keys = mainAction === null ? [] : builtInKeys(mainAction.action)
  const names = keys.filter((name) => mainAction?.args.has(name) !== true && !parameters.has(name))
  parametersOf.set(fn, names)
  return names
}

/** Asked for at every turn, and never another answer. */
const parametersOf = new WeakMap<GamebookFunction, readonly string[]>()
