import { renderText } from '../expressions/evaluate/renderText.ts'
import { NARRATE, PROMISE } from '../gamebook/actionName.ts'
import type { MadePromise, Narration } from '../gamebook/gamebook.ts'
import { withFallback } from '../state/errorFallback.ts'
import type { EffectRecord } from '../state/receipt.ts'
import type { World } from '../state/world.ts'
import type { EffectRequest, Performed } from './performed.ts'

/**
 * Narrations change nothing. Null if the text can't be rendered, which is reported. Placeholders can make a short text
 * very long, so the rendered text is cut off as well.
 */
export function performNarration(world: World, { text }: Narration, request: EffectRequest): Performed | null {
  const rendered = withFallback(() => renderText(text, world), null, request.where, request.report)
  if (rendered === null) return null
  const args = { text: rendered.slice(0, MAX_RENDERED_CHARACTERS) }
  return unchanged(world, { action: NARRATE, args, changes: [] })
}

/** Four times what the author may write. */
export const MAX_RENDERED_CHARACTERS = 8000

export function performPromise(world: World, { promise: { id, text } }: MadePromise): Performed {
  return unchanged(world, { action: PROMISE, args: { id, text }, changes: [] })
}

function unchanged({ state }: World, record: EffectRecord): Performed {
  return { refusal: null, state, record, guards: [], isReset: false }
}
