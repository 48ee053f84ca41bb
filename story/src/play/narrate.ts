import { renderText } from '../expressions/evaluate/renderText.ts'
import { NARRATE, PROMISE } from '../gamebook/actionName.ts'
import type { MadePromise, Narration } from '../gamebook/gamebook.ts'
import { withFallback } from '../state/errorFallback.ts'
import type { EffectRecord } from '../state/receipt.ts'
import type { World } from '../state/world.ts'
import type { EffectRequest, Performed } from './performed.ts'

/** The author's words change nothing. Null if they can't be rendered, which is reported. */
export function performNarration(world: World, { text }: Narration, request: EffectRequest): Performed | null {
  const rendered = withFallback(() => renderText(text, world), null, request.where, request.report)
  return rendered === null ? null : unchanged(world, { action: NARRATE, args: { text: rendered }, changes: [] })
}

export function performPromise(world: World, { promise: { id, text } }: MadePromise): Performed {
  return unchanged(world, { action: PROMISE, args: { id, text }, changes: [] })
}

function unchanged({ state }: World, record: EffectRecord): Performed {
  return { refusal: null, state, record, guards: [], isReset: false }
}
