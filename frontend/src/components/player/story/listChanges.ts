import type { Change, Effect } from '../../../types/api.ts'

/** What was changed, and by what followed from it. */
export function listChanges({ changes, effects = [] }: Pick<Effect, 'changes' | 'effects'>): readonly Change[] {
  return [...changes, ...effects.flatMap(listChanges)]
}
