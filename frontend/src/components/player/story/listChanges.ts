import type { Change, Effect } from '../../../types/api.ts'

/** The changes of an action and of its effects. */
export function listChanges({ changes, effects = [] }: Pick<Effect, 'changes' | 'effects'>): readonly Change[] {
  return [...changes, ...effects.flatMap(listChanges)]
}
