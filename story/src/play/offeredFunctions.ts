import type { GamebookFunction } from '../gamebook/gamebook.ts'
import { isTrueOrReport, type ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { builtInChoices } from './builtInChoices.ts'
import { choicesOfParameter } from './choicesOfParameter.ts'
import { functionsAtHand } from './functionsAtHand.ts'
import { hasRevealedOwner } from './hasRevealedOwner.ts'

/** A function that can be called now. */
export interface OfferedFunction {
  readonly fn: GamebookFunction
  /** The allowed ids of each parameter that names an entity, built-in parameters first. */
  readonly choices: ReadonlyMap<string, readonly string[]>
}

/**
 * The functions that can be called now, in the order of the file: the owner is revealed, the guard is true, and every
 * required choice has a value. A guard that can't be evaluated counts as false and is reported.
 */
export function offeredFunctions(world: World, report: ReportFailure): readonly OfferedFunction[] {
  if (world.state.ended !== undefined) return []
  return functionsAtHand(world).flatMap((fn) => offerFunction(world, fn, report) ?? [])
}

/** Null if the function can't be called now. The caller checks that the story has not ended. */
export function offerFunction(world: World, fn: GamebookFunction, report: ReportFailure): OfferedFunction | null {
  if (!hasRevealedOwner(world, fn) || isUsedUp(world, fn)) return null
  if (!isTrueOrReport(world, fn.enabled, `${fn.name}.enabled`, report)) return null
  const choices = choicesOf(world, fn, report)
  return choices === null ? null : { fn, choices }
}

/** A nudge can be used once in a turn. */
function isUsedUp({ state }: World, { mainAction }: GamebookFunction): boolean {
  return mainAction?.kind === 'nudge' && state.nudged === true
}

/** Null if a required choice has no value. */
function choicesOf(world: World, fn: GamebookFunction, report: ReportFailure): OfferedFunction['choices'] | null {
  const builtIn = builtInChoices(world, fn, report)
  if (builtIn.some(([, ids]) => ids.length === 0)) return null
  if (builtIn.length === 0 && fn.parameters.size === 0) return NO_CHOICES
  const choices = new Map<string, readonly string[]>(builtIn)
  for (const [name, parameter] of fn.parameters) {
    const ids = choicesOfParameter(world, parameter, report)
    if (ids === null) continue
    if (ids.length === 0 && parameter.required) return null
    choices.set(name, ids)
  }
  return choices
}

const NO_CHOICES: OfferedFunction['choices'] = new Map()
