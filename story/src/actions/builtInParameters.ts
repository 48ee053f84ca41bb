import { builtInKeys } from './findAction.ts'
import type { GamebookFunction } from '../gamebook/gamebook.ts'

/** The parameters whose choices the engine lists (`to` and `item`), unless the author fixed or declared them. */
export function builtInParameters(fn: GamebookFunction): readonly string[] {
  const known = parametersOf.get(fn)
  if (known !== undefined) return known
  const { mainAction, parameters } = fn
  const keys = mainAction?.kind === 'action' ? builtInKeys(mainAction.action) : []
  const names = keys.filter((name) => mainAction?.args.has(name) !== true && !parameters.has(name))
  parametersOf.set(fn, names)
  return names
}

/** Every turn reads them, and they never change. */
const parametersOf = new WeakMap<GamebookFunction, readonly string[]>()
