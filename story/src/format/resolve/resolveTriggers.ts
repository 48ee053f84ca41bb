import type { Trigger } from '../../gamebook/gamebook.ts'
import type { TriggerList } from '../read/draft.ts'
import { resolveEffects } from './resolveEffects.ts'
import type { KnownEntity, Scope } from './scope.ts'

/** `listedAt` is the id of the type or entity that lists them. */
export function resolveTriggers(
  { triggers }: TriggerList,
  listedAt: string,
  owner: KnownEntity | null,
  scope: Scope,
): readonly Trigger[] {
  return triggers.map(({ id, condition, once, effects }) => {
    return { id: `${listedAt}#${id.value}`, condition, once, effects: resolveEffects(effects, owner, scope) }
  })
}
