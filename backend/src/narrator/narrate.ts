import type { NarratorInput } from './narratorInput.ts'
import type { OptionCall } from './scene/option.ts'
import { toScene } from './scene/scene.ts'
import { narrateAnswer } from './narration/answers.ts'
import { narrateOpening } from './narration/opening.ts'
import { toText } from './narration/paragraphs.ts'
import { narrateResults } from './narration/results.ts'
import { nextIntent } from './understand/nextIntent.ts'

/** One step of a turn: a function call, or the text of the answer. */
export type Narration =
  { readonly kind: 'call'; readonly call: OptionCall } | { readonly kind: 'text'; readonly text: string }

/** Decides the next step of the built-in narrator. The same input always gives the same result. */
export function narrate(input: NarratorInput, offeredTools: ReadonlySet<string>): Narration {
  const scene = toScene(input)
  const intent = input.isDone === true ? null : nextIntent(input, scene)
  if (intent?.kind === 'call' && offeredTools.has(intent.call.function)) return intent
  if (input.results.length > 0 || scene.view.ending !== null || isNews(input))
    return {
      kind: 'text',
      text: toText(narrateResults(input, scene, intent?.kind === 'refused' ? intent.reason : null)),
    }
  if (intent === null) return { kind: 'text', text: toText(narrateOpening(scene, input.narrations)) }
  return {
    kind: 'text',
    text: toText(narrateAnswer(intent.kind === 'call' ? { kind: 'unclear', near: [] } : intent, scene)),
  }
}

/** Whether the author has words for what happened after the player's message or after the opening. */
function isNews({ before, message, narrations }: NarratorInput): boolean {
  return narrations.length > 0 && (message !== null || before !== null)
}
