import { flattenEffects } from '../../gamebook/flattenEffects.ts'
import type { Roll } from '../../gamebook/gamebook.ts'
import type { FileLocation } from '../sourceMap.ts'
import { listEffects } from './effectLists.ts'
import { fingerprint } from './fingerprint.ts'
import { staticFinding, type FindStatic, type StaticContext } from './staticContext.ts'

/** Finds rolls with a target number whose success and failure have the same effects. */
export const findIdleRolls: FindStatic = (context) => {
  const { gamebook, locations } = context
  const checks = gamebook.functions
    .filter(({ check, mainAction, effects }) => {
      return check !== null && mainAction === null && !decides(check) && !readsRoll(effects)
    })
    .map(({ name }) => idleRoll(context, `the function "${name}"`, locations.function(name)))
  const effects = listEffects(gamebook, locations).flatMap(({ what, effects: list, location }) =>
    flattenEffects(list)
      .filter((effect) => effect.kind === 'roll' && !decides(effect))
      .map(() => idleRoll(context, what, location())),
  )
  return [...checks, ...effects]
}

function idleRoll(context: StaticContext, what: string, location: FileLocation) {
  const message = `The roll of ${what} decides nothing: success and failure have the same effects.`
  const hint = 'Give "on_success" and "on_failure" different effects, or remove the roll.'
  return staticFinding(context, 'roll-without-difference', location, { message, hint })
}

function decides({ atLeast, into, onSuccess, onFailure }: Roll): boolean {
  return atLeast === null || into !== null || fingerprint(onSuccess) !== fingerprint(onFailure) || readsRoll(onSuccess)
}

/** Whether the source of a part names the outcome of a roll. */
function readsRoll(part: unknown): boolean {
  return /\broll\.\w/.test(fingerprint(part))
}
