import type { NarratorInput } from './narratorInput.ts'
import type { OptionCall } from './scene/option.ts'
import { toScene } from './scene/scene.ts'
import { tellAnswer } from './tell/answers.ts'
import { tellOpening } from './tell/opening.ts'
import { toText } from './tell/paragraphs.ts'
import { tellResults } from './tell/results.ts'
import { nextMeaning } from './understand/nextMeaning.ts'

/** One step of a turn: a function is called, or the answer is told. */
export type Narration =
  { readonly kind: 'call'; readonly call: OptionCall } | { readonly kind: 'text'; readonly text: string }

/** Decides what the built-in narrator does. The same input gives the same bytes. */
export function narrate(input: NarratorInput, offeredTools: ReadonlySet<string>): Narration {
  const scene = toScene(input)
  const meaning = nextMeaning(input, scene)
  if (meaning?.kind === 'call' && offeredTools.has(meaning.call.function)) return meaning
  if (input.results.length > 0 || scene.view.ending !== null)
    return { kind: 'text', text: toText(tellResults(input, scene, meaning?.kind === 'shut' ? meaning.reason : null)) }
  if (meaning === null) return { kind: 'text', text: toText(tellOpening(scene)) }
  return {
    kind: 'text',
    text: toText(tellAnswer(meaning.kind === 'call' ? { kind: 'unclear', near: [] } : meaning, scene)),
  }
}
