import { effectsOfEntity, effectsOfFunction, flattenEffects } from './flattenEffects.ts'
import type { Gamebook } from './gamebook.ts'

/** Whether the gamebook has the author's words for any moment of the story. */
export function hasNarrations({ entities, functions, triggers }: Gamebook): boolean {
  const effects = [
    ...functions.flatMap(effectsOfFunction),
    ...triggers.flatMap((trigger) => trigger.effects),
    ...[...entities.values()].flatMap(effectsOfEntity),
  ]
  return (
    [...entities.values()].some(({ graphNode, speaker }) => graphNode?.firstVisit != null || speaker !== undefined) ||
    flattenEffects(effects).some(({ kind }) => kind === 'narration')
  )
}
