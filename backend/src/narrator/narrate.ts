import type { NarratorInput } from './narratorInput.ts'
import type { OptionCall } from './scene/option.ts'
import { toScene } from './scene/scene.ts'
import { narrateAnswer } from './narration/answers.ts'
import { narrateOpening } from './narration/opening.ts'
import { toText } from './narration/paragraphs.ts'
import { narrateResults } from './narration/results.ts'
import { nextIntent } from './understand/nextIntent.ts'

/** One step of a turn: a function is called, or the answer is told. */
export type Narration =
  { readonly kind: 'call'; readonly call: OptionCall } | { readonly kind: 'text'; readonly text: string }

/** Decides what the built-in narrator does. The same input gives the same bytes. */
export function narrate(input: NarratorInput, offeredTools: ReadonlySet<string>): Narration {
  const scene = toScene(input)
  const meaning = nextIntent(input, scene)
  if (meaning?.kind === 'call' && offeredTools.has(meaning.call.function)) return meaning
  if (input.results.length > 0 || scene.view.ending !== null)
    return {
      kind: 'text',
      text: toText(narrateResults(input, scene, meaning?.kind === 'shut' ? meaning.reason : null)),
    }
  if (meaning === null) return { kind: 'text', text: toText(narrateOpening(scene)) }
  return {
    kind: 'text',
    text: toText(narrateAnswer(meaning.kind === 'call' ? { kind: 'unclear', near: [] } : meaning, scene)),
  }
}
